import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { precompress, preloadFirstScreen } from './.scripts/vite-plugins.ts'

/** Where `npm run dev` and `npm run preview` forward the API, the token endpoint and the docs to. */
const { API_URL: apiUrl = '', VITEST: vitest } = process.env
const backendUrl = apiUrl === '' ? 'http://localhost:4400' : apiUrl

const proxy = Object.fromEntries(
  ['/api', '/oauth2', '/docs', '/openapi.json', '/healthz'].map((path) => [
    path,
    { target: backendUrl, changeOrigin: true },
  ]),
)

export default defineConfig({
  // Tests import modules, not pages: none of these, and no rewriting of the route tree while they run.
  plugins: vitest === undefined ? buildPlugins() : [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  server: { proxy },
  preview: { proxy },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] } },
      { extends: true, test: { name: 'sandbox', include: ['sandbox/**/*.test.ts'] } },
    ],
  },
})

function buildPlugins() {
  return [
    // Before React's plugin: it splits the routes' source.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routeFileIgnorePattern: '\\.test\\.',
    }),
    react(),
    tailwindcss(),
    preloadFirstScreen(),
    precompress(),
  ]
}
