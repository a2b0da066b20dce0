import { useTranslation } from 'react-i18next'
import { ExternalLink } from '@/components/ExternalLink'
import classes from './Practices.module.css'
import type { PracticeSearch } from './practiceSearch'

const FEEDS = { atom: 'Atom', json: 'JSON Feed' }

/** The list as it is filtered, for feed readers. */
export function FollowByFeed({ search }: { search: PracticeSearch }) {
  const { t } = useTranslation('practices')
  return (
    <p className={classes.feeds} data-print="hide">
      {t('feed')}:{' '}
      {Object.entries(FEEDS).map(([suffix, name]) => (
        <ExternalLink key={suffix} href={`/feeds/practices.${suffix}?${filtersOf(search)}`}>
          {name}
        </ExternalLink>
      ))}
    </p>
  )
}

const filtersOf = ({ view: _, status: __, ...filters }: PracticeSearch): URLSearchParams =>
  new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) =>
      [value ?? []].flat().map((each): [string, string] => [name, String(each)]),
    ),
  )
