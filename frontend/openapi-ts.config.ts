import { defineConfig } from '@hey-api/openapi-ts'

const input = '../openapi/openapi.json'

const plugins = (runtimeConfigPath?: string) =>
  [
    '@hey-api/typescript',
    { name: '@hey-api/sdk', auth: false }, // the transport adds the token
    {
      name: '@hey-api/client-fetch',
      throwOnError: true,
      baseUrl: false,
      ...(runtimeConfigPath && { runtimeConfigPath }),
    },
    { name: '@tanstack/react-query', mutationOptions: false, infiniteQueryOptions: true },
  ] as const

/** What every screen asks for before it shows, apart from the rest: the first download has these and no others. */
const FIRST = [
  'POST /auth/token',
  'POST /auth/refresh',
  'POST /auth/logout',
  'GET /me',
  'GET /me/due',
  'GET /about',
]

export default defineConfig([
  { input, plugins: [...plugins('@/api/clientConfig')], output: { path: 'src/api/generated' } },
  {
    input,
    plugins: [...plugins()], // its client is configured in src/api/client.ts: the transport needs it first
    output: { path: 'src/api/generated-first' },
    parser: {
      filters: {
        operations: { include: FIRST.map((name) => name.replace(' ', ' /api/v1')) },
        orphans: false,
      },
    },
  },
])
