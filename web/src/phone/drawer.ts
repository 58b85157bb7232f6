import type { Drawer, Entry } from './queue'

/** The device's own drawer (IndexedDB): what waits to be sent, and what was last seen. */
export interface PhoneDrawer extends Drawer {
  keep(key: string, value: unknown): Promise<void>
  recall<T>(key: string): Promise<T | undefined>
  forget(): Promise<void>
  close(): void
}

const WAITING = 'waiting'
const KEPT = 'kept'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Resolves when it is on the disk, not when it was asked. */
function written(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

export async function openDrawer(factory: IDBFactory = indexedDB, name = 'chengyun-phone'): Promise<PhoneDrawer> {
  const opening = factory.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(WAITING, { keyPath: 'clientId' })
    opening.result.createObjectStore(KEPT)
  }
  const base = await done(opening)
  // strict: the browser waits for the disk, so that a battery that dies takes nothing with it
  const write = (store: string, work: (into: IDBObjectStore) => void) => {
    const transaction = base.transaction(store, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(store))
    return written(transaction)
  }
  return {
    all: () => done(base.transaction(WAITING).objectStore(WAITING).getAll() as IDBRequest<Entry[]>),
    put: (entry) => write(WAITING, (into) => into.put(entry)),
    remove: (clientId) => write(WAITING, (into) => into.delete(clientId)),
    keep: (key, value) => write(KEPT, (into) => into.put(value, key)),
    recall: <T>(key: string) => done(base.transaction(KEPT).objectStore(KEPT).get(key) as IDBRequest<T | undefined>),
    forget: () => write(KEPT, (into) => into.clear()),
    close: () => base.close(),
  }
}
