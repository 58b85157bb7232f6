/** One server-sent stream, kept open: reconnects by itself, and says when it was interrupted. */
export interface StreamHearer {
  onEvent(kind: string, number: number, data: unknown): void
  /** Called on each (re)connection; after an interruption the snapshot must be fetched again. */
  onOpen(): void
  onBreak(): void
  /** The platform turned the stream away; a stream cannot say why, so one has to ask otherwise. */
  onRefused(): void
}

const RETRY_MILLIS = 3_000

export function listen(path: string, kinds: readonly string[], hearer: StreamHearer): () => void {
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function connect(): void {
    source = new EventSource(path)
    source.onopen = () => hearer.onOpen()
    source.onerror = () => {
      hearer.onBreak()
      // The browser retries a broken line by itself, but gives up after a refusal: then we start anew.
      if (source?.readyState !== EventSource.CLOSED || stopped) return
      retry = setTimeout(connect, RETRY_MILLIS)
      hearer.onRefused()
    }
    for (const kind of kinds) {
      source.addEventListener(kind, (event) => {
        const message = event as MessageEvent<string>
        hearer.onEvent(kind, Number(message.lastEventId || NaN), JSON.parse(message.data))
      })
    }
  }

  connect()
  return () => {
    stopped = true
    clearTimeout(retry)
    source?.close()
  }
}
