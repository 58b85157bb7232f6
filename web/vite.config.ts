import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { fakeCity } from './dev/fakeCity.ts'

// CHENGYUN points the development server at a running platform; without it a small fake city answers.
const platform = process.env.CHENGYUN

export default defineConfig({
  plugins: [vue(), ...(platform ? [] : [fakeCity()])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    ...(platform ? { proxy: { '/api': { target: platform }, '/log': { target: platform } } } : {}),
  },
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'map', test: /node_modules\/(ol|rbush|earcut|quickselect)\// },
            { name: 'vendor', test: /node_modules\// },
          ],
        },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.spec.ts'] },
})
