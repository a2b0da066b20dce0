/** The bundle for browsers has no types of its own: it is what `@types/swagger-ui-dist` calls SwaggerUIBundle. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle' {
  import type { SwaggerUIBundle } from 'swagger-ui-dist'

  const bundle: SwaggerUIBundle
  export default bundle
}
