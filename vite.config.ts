import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Where `npm run dev` forwards the API, the token endpoint and the docs to. */
const backendUrl = process.env.API_URL ?? 'http://localhost:4400'

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true }),
    react(),
    tailwindcss(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/docs', '/openapi.json', '/healthz'].map((path) => [
        path,
        { target: backendUrl, changeOrigin: true },
      ]),
    ),
  },
  build: { target: 'es2023' },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'sandbox/**/*.test.ts'],
  },
})
