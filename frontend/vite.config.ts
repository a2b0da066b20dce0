import { cpSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { frenchSpaces } from './scripts/frenchSpaces'
import { guidePages } from './scripts/guidePages'

const DOCUMENT_FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
]

/** The service sets its PDF documents in these: they travel with the built app. */
const documentFonts: Plugin = {
  name: 'document-fonts',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    mkdirSync(`${dir}/document-fonts`, { recursive: true })
    for (const font of DOCUMENT_FONTS)
      cpSync(`node_modules/@expo-google-fonts/${font}`, `${dir}/document-fonts/${font.split('/').at(-1)}`)
  },
}

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react' }), react(), documentFonts, frenchSpaces, guidePages],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    manifest: true,
    // Every first visit would load the list of which script each page needs besides its own: pages are fetched as one points
    // at their link instead (the router's `defaultPreload`), and find the rest themselves.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'api-docs.html'],
      output: {
        // Every first visit loads the names of the pages' scripts: a short hash says enough.
        chunkFileNames: 'assets/[hash:7].js',
        codeSplitting: {
          // What is always needed together travels together: it compresses better.
          groups: [
            {
              name: 'routes',
              test: /\/src\/routes\/[^?]+$|\/src\/components\/(Card|PageHeader|ErrorState)\.|\/clientConfig\.ts|\/get-contrast-color/,
            },
            { name: 'forms', test: /\/src\/forms\/(Form|textFields|useSchemaForm)\.tsx?$/ },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8000' }, fs: { allow: ['.', '../docs'] } },
  preview: { port: 4173, proxy: { '/api': 'http://127.0.0.1:8000' } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/testSetup.ts'] },
})
