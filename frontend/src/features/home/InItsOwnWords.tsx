import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { useTerms } from '@/vocabularies/useTerms'
import classes from './InItsOwnWords.module.css'

/** What the Initiative aims at and works on, as its discussion note says. */
export function InItsOwnWords() {
  const { t } = useTranslation('home')
  const areas = useTerms('scope-of-work')
  return (
    <Card title={t('words.title')}>
      <CardBody>
        <blockquote className={classes.quote}>
          <p>{t('words.aim')}</p>
        </blockquote>
        <p className={classes.source}>{t('words.source')}</p>
        <h3 className={classes.heading}>{t('words.scope')}</h3>
      </CardBody>
      <RowList label={t('words.scope')}>
        {areas.map(({ key, title }, place) => (
          <Row key={key} leading={place + 1} title={<span className={classes.area}>{title}</span>} />
        ))}
      </RowList>
    </Card>
  )
}
