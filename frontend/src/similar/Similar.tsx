import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import classes from './Similar.module.css'
import { SimilarList } from './SimilarList'
import { useSimilar, type Written } from './useSimilar'

interface Props {
  written: Written
  /** Each form has it twice: beside it on a desk, and as a line below its title on a phone. */
  place: 'beside' | 'below the title'
}

/** What resembles the record being written, so that nothing is done twice. It says nothing where nothing does. */
export function Similar({ written, place }: Props) {
  const isNarrow = useMediaQuery('(max-width: 62em)')
  return isNarrow === (place === 'below the title') ? <Found written={written} place={place} /> : null
}

function Found({ written, place }: Props) {
  const { t } = useTranslation('finding')
  const records = useSimilar(written)
  const told = t(`similar.${written.kind}`, { count: records.length })
  const list = <SimilarList label={told} records={records} opensTab />
  return (
    <>
      <VisuallyHidden role="status">{records.length > 0 && told}</VisuallyHidden>
      {records.length > 0 &&
        (place === 'beside' ? (
          <Card title={told}>
            <p className={classes.help}>{t('similar.help')}</p>
            {list}
          </Card>
        ) : (
          <details className={classes.line}>
            <summary>{told}</summary>
            {list}
          </details>
        ))}
    </>
  )
}
