import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { currentLanguage } from '@/i18n/i18n'
import type { Language } from '@/i18n/languages'
import { useFormat } from '@/i18n/useFormat'
import { PicturesCard } from '@/pictures/PicturesCard'
import { AtHubCard } from './AtHubCard'
import { Circumstances } from './Circumstances'
import { practiceFilesQuery } from './files/practiceFiles'
import { PracticeNotices } from './PracticeNotices'
import { PracticeState } from './PracticeState'
import { PracticeSteps } from './PracticeSteps'
import classes from './Practices.module.css'
import { PracticeText } from './PracticeText'
import { practiceGallery } from './practiceGallery'
import type { PracticeBody } from './practiceQuery'
import { RelatedPractices } from './RelatedPractices'
import { ReviewHistory } from './review/ReviewHistory'
import { LanguageChoice } from './translations/LanguageChoice'
import { TranslationsCard } from './translations/TranslationsCard'
import { isReadable, useReadingLanguage } from './translations/useReadingLanguage'
import { Versions } from './Versions'

interface Props {
  id: string
  /** In which one asks to read it; else in one's own where it is translated, else as it was written. */
  language: Language | undefined
}

export function PracticePage({ id, language }: Props) {
  return (
    <PracticeState id={id}>
      {({ data, etag }) => <Practice original={data} etag={etag} language={language} />}
    </PracticeState>
  )
}

function Practice({
  original,
  etag,
  language = currentLanguage(),
}: {
  original: PracticeBody
  etag: string
  language: Language | undefined
}) {
  const { t } = useTranslation(['practices', 'review'])
  const { practice, translations, shown } = useReadingLanguage(original, language)
  const files = useQuery(practiceFilesQuery(original.id)).data?.items ?? []
  const isInsider = original.voice !== null
  return (
    <article className={classes.practice}>
      <PageHeader
        title={practice.title}
        trail={
          <TextLink to="/practices" data-print="hide">
            {t('title')}
          </TextLink>
        }
        summary={
          <>
            <WhereItStands practice={practice} /> {practice.is_demonstration && <DemonstrationMark />}
          </>
        }
        action={
          <>
            <PracticeSteps practice={practice} etag={etag} />
            {practice.version > 0 && <Button onClick={() => window.print()}>{t('print')}</Button>}
          </>
        }
      />
      <PracticeNotices practice={practice} />
      <LanguageChoice practice={original} translations={translations.filter(isReadable)} shown={shown} />
      <Columns
        aside={
          <>
            <Circumstances practice={practice} />
            <PicturesCard gallery={practiceGallery(practice.id)} title={practice.title} />
            {isInsider && practice.version > 0 && <AtHubCard practiceId={practice.id} />}
            {practice.version > 0 && <Versions practice={practice} />}
            {translations.some(({ actions }) => actions.length > 0) && (
              <TranslationsCard practiceId={practice.id} translations={translations} />
            )}
            {isInsider && (
              <ReviewHistory
                practiceId={practice.id}
                action={
                  <TextLink to="/practices/$practiceId/review" params={{ practiceId: practice.id }}>
                    {t('review:open')}
                  </TextLink>
                }
              />
            )}
          </>
        }
      >
        <PracticeText content={practice} practiceId={practice.id} files={files} />
        <RelatedPractices practiceId={practice.id} />
      </Columns>
    </article>
  )
}

function WhereItStands({ practice }: { practice: PracticeBody }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const { status, version } = practice
  const sentence = status === 'published' && version > 1 ? 'publishedAgain' : status
  return (
    <>
      {t(`state.${sentence}`, {
        champion: practice.champion.name,
        version,
        date: practice.published_at && format.date(practice.published_at),
        withdrawn: practice.withdrawn_at && format.date(practice.withdrawn_at),
        when: format.relativeDays(practice.submitted_at ?? practice.updated_at),
      })}
    </>
  )
}
