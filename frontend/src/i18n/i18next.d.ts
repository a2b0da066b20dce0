import 'i18next'
import type auth from './locales/en/auth.json'
import type common from './locales/en/common.json'
import type home from './locales/en/home.json'
import type shell from './locales/en/shell.json'

/** A screen that adds a namespace adds its line, so that a wrong key does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    enableSelector: false
    resources: {
      auth: typeof auth
      common: typeof common
      home: typeof home
      shell: typeof shell
    }
  }
}
