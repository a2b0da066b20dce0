import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import guide from '../../../../../docs/co-chairs.md'
import classes from './GuidePage.module.css'

/** A semester step by step, for the delegates of the two co-chairs. */
export function GuidePage() {
  const { t } = useTranslation('cochairs')
  return (
    <>
      <PageHeader
        trail={<TextLink to="/co-chairs">{t('title')}</TextLink>}
        title={t('guide.title')}
        summary={t('guide.summary')}
      />
      <Card>
        <CardBody>
          <article
            className={classes.guide}
            lang="en"
            dir="ltr"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: it is our own text, built with the app
            dangerouslySetInnerHTML={{ __html: guide }}
          />
        </CardBody>
      </Card>
    </>
  )
}
