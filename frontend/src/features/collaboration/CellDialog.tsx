import { Group, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { ChampionLink } from '@/components/Champion'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { isolated } from '@/i18n/isolated'
import { useSession } from '@/session/useSession'
import classes from './CellDialog.module.css'
import { type Coverage, listsOf, type Place, workingOn } from './coverage'
import { useCoverageWords } from './useCoverageWords'

interface Props {
  coverage: Coverage
  place: Place
  onClose: () => void
}

/** What is behind a square: the lists of what is done; where nothing is, who does it already, and the first step. */
export function CellDialog({ coverage, place, onClose }: Props) {
  const { t } = useTranslation('collaboration')
  const words = useCoverageWords()
  const { row, column, cell } = place
  const lists = listsOf(place)
  const present = (['practices', 'activities', 'pledges'] as const).filter((what) => cell[what] > 0)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('coverage.of', {
        whose: isolated(column.name),
        objective: `${row.objective} ${row.short}`,
      })}
    >
      <p className={classes.sentence}>{words.what(place)}</p>
      {present.length > 0 && (
        <div className={classes.lists}>
          <RowList>
            {present.map((what) => (
              <Row
                key={what}
                title={
                  <TextLink to={lists[what].to as string} search={lists[what].search as never}>
                    {t(`coverage.${what}`, { count: cell[what] })}
                  </TextLink>
                }
              />
            ))}
          </RowList>
        </div>
      )}
      <Others coverage={coverage} place={place} />
      <FirstSteps place={place} />
    </Modal>
  )
}

function Others({ coverage, place }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation('collaboration')
  const others = workingOn(coverage, place.row).filter(({ key }) => key !== place.column.key)
  if (others.length === 0) return <p className={classes.quiet}>{t('coverage.noOther')}</p>
  return (
    <>
      <h3 className={classes.head}>{t('coverage.others')}</h3>
      <ul className={classes.others}>
        {others.map(({ key, name, champion }) => (
          <li key={key}>{champion ? <ChampionLink champion={champion} /> : name}</li>
        ))}
      </ul>
    </>
  )
}

/** For the people of the champion itself. */
function FirstSteps({ place: { column, cell } }: { place: Place }) {
  const { t } = useTranslation('collaboration')
  const own = useSession()?.champion
  if (!own || own.iso3 !== column.key || cell.practices > 0) return null
  return (
    <Group gap="xs" mt="md">
      <ButtonLink to={'/practices/new' as string}>{t('coverage.sharePractice')}</ButtonLink>
      <ButtonLink to={'/activities/new' as string}>{t('coverage.noteActivity')}</ButtonLink>
      <ButtonLink to="/collaboration/partners">{t('coverage.findPartner')}</ButtonLink>
    </Group>
  )
}
