/* Sets language, direction and colour scheme before the first paint, and hides what is there for those without scripts: the
   app takes its place. A file of its own, so that no inline script is needed. */
;(() => {
  const root = document.documentElement
  root.setAttribute('data-script', '')
  const supported = ['ar', 'zh', 'en', 'fr', 'ru', 'es']
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  // each language of a page has an address for search engines; to the app itself `lang` would be one more filter
  const address = new URL(location.href)
  const asked = address.searchParams.get('lang')
  address.searchParams.delete('lang')
  if (asked !== null) history.replaceState(history.state, '', address)
  const wanted = [asked, read('champions.language'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  const language = wanted.find((tag) => supported.includes(tag)) ?? 'en'
  root.lang = language
  root.dir = language === 'ar' ? 'rtl' : 'ltr'

  const saved = read('champions.colour-scheme') ?? 'auto'
  const dark = saved === 'dark' || (saved === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
