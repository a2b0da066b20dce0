import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: '../openapi/openapi.json',
  output: { path: 'src/api/generated' },
  plugins: [
    '@hey-api/typescript',
    { name: '@hey-api/sdk', auth: false }, // the transport adds the token
    { name: '@hey-api/client-fetch', throwOnError: true, baseUrl: false },
    { name: '@tanstack/react-query', mutationOptions: false, infiniteQueryOptions: true },
  ],
})
