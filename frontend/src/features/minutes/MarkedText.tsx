import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import classes from './Minutes.module.css'

/** A text of the minutes with its marks in words: `@KEN` by its name, `@1` as a champion that is not named. */
export function MarkedText({ text }: { text: string }) {
  const { t } = useTranslation('minutes')
  const { data } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const names = new Map(data?.items.map(({ iso3, name }) => [iso3, name]))
  const told = text.replace(/(?<![\w@])@([A-Z]{3}|\d{1,3})(?![\w@])/g, (mark, code: string) =>
    /\d/.test(code) ? t('unnamed') : (names.get(code) ?? mark),
  )
  return (
    <p className={classes.text} dir="auto">
      {told}
    </p>
  )
}
