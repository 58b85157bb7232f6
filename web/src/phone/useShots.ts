import { ref } from 'vue'
import { deviceNow, newName } from './device'
import type { Shot } from './model'

const LARGEST_BYTES = 10 * 1024 * 1024
const SMALLER_EDGE = 4_000
const KINDS = ['image/jpeg', 'image/png']
const VOICE_TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
const VOICE_BITS = 24_000
const LONGEST_VOICE_MILLIS = 60_000

/** Photos too large for the platform are drawn again, smaller; the others go as the camera made them. */
async function shrunk(file: File): Promise<Blob> {
  if (file.size <= LARGEST_BYTES) return file
  const image = await createImageBitmap(file)
  const scale = Math.min(1, SMALLER_EDGE / Math.max(image.width, image.height))
  const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale))
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  image.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

/** A photo as it came from the camera; null where it is none. */
export async function photoOf(file: File): Promise<Shot | null> {
  if (!KINDS.includes(file.type)) return null
  const blob = await shrunk(file)
  return { id: newName(), kind: null, type: blob.type, bytes: await blob.arrayBuffer(), at: Math.min(file.lastModified, deviceNow()) }
}

/** Speaking instead of writing; ends by itself after a minute. */
export function useVoice(onSpoken: (shot: Shot) => void) {
  const recording = ref(false)
  const denied = ref(false)
  const able = typeof MediaRecorder !== 'undefined' && !!navigator.mediaDevices
  let recorder: MediaRecorder | undefined

  async function start(): Promise<void> {
    try {
      const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
      const mimeType = VOICE_TYPES.find((type) => MediaRecorder.isTypeSupported(type))
      const made = new MediaRecorder(sound, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: VOICE_BITS })
      const parts: Blob[] = []
      const patience = setTimeout(() => made.stop(), LONGEST_VOICE_MILLIS)
      made.ondataavailable = ({ data }) => void parts.push(data)
      made.onstop = () => {
        clearTimeout(patience)
        recording.value = false
        sound.getTracks().forEach((track) => track.stop())
        const type = made.mimeType.split(';')[0]!
        void new Blob(parts).arrayBuffer().then((bytes) => onSpoken({ id: newName(), kind: 'VOICE', type, bytes, at: deviceNow() }))
      }
      made.start()
      recorder = made
      recording.value = true
      denied.value = false
    } catch {
      denied.value = true
    }
  }

  const stop = () => recorder?.state === 'recording' && recorder.stop()
  return { able, recording, denied, turn: () => void (recording.value ? stop() : start()) }
}
