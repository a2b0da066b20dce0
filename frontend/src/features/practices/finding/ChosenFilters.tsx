import { Button, CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PracticeSearch } from '../practiceSearch'
import { useChampionChoices } from '../useChampionChoices'
import classes from './ChosenFilters.module.css'
import { chosenIn, FACETS, toggled } from './facetSearch'
import { useFacetWords } from './useFacetWords'

interface Props {
  search: PracticeSearch
  onChange: (change: Partial<PracticeSearch>) => void
  onClear: () => void
}

/** What the list is narrowed down by, each to be taken away, also on a phone where the facets are out of sight. */
export function ChosenFilters({ search, onChange, onClear }: Props) {
  const { t } = useTranslation(['finding', 'common'])
  const wordsFor = useFacetWords()
  const champion = useChampionChoices().find(({ value }) => value === search.champion)
  const chosen = FACETS.flatMap((facet) =>
    chosenIn(search, facet).map((value) => ({
      key: `${facet}:${value}`,
      label: wordsFor(facet, value),
      without: toggled(search, facet, value),
    })),
  )
  if (champion) chosen.push({ key: 'champion', label: champion.label, without: { champion: undefined } })
  if (chosen.length === 0) return null
  return (
    <>
      <ul className={classes.chosen} aria-label={t('chosen')}>
        {chosen.map(({ key, label, without }) => (
          <li key={key} className={classes.filter}>
            <bdi>{label}</bdi>
            <CloseButton
              size="xs"
              aria-label={t('remove', { name: label })}
              onClick={() => onChange(without)}
            />
          </li>
        ))}
      </ul>
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('common:action.clearAll')}
      </Button>
    </>
  )
}
