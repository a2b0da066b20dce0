import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { beginPracticeTranslation } from '@/api/generated/sdk.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { LANGUAGES } from '@/i18n/languages'
import type { TranslationSummary } from './translationQuery'

const TONES: Record<TranslationSummary['state'], Tone> = {
  missing: 'quiet',
  draft: 'active',
  machine: 'soon',
  checked: 'done',
  older: 'soon',
}

interface Props {
  practiceId: string
  translations: TranslationSummary[]
}

/** For those whose practice it is: how it stands in each language, and the way to go on. */
export function TranslationsCard({ practiceId, translations }: Props) {
  const { t } = useTranslation('translations')
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: async (language: TranslationSummary['language']) => {
      await beginPracticeTranslation({ path: { practice_id: practiceId }, body: { language } })
      await navigate({
        to: '/practices/$practiceId/translations/$language',
        params: { practiceId, language },
      })
    },
  })
  return (
    <Card title={t('title')}>
      <RowList>
        {translations.map(({ language, state, actions }) => (
          <Row
            key={language}
            title={
              actions.includes('change') ? (
                <TextLink
                  to="/practices/$practiceId/translations/$language"
                  params={{ practiceId, language }}
                >
                  {LANGUAGES[language]}
                </TextLink>
              ) : (
                LANGUAGES[language]
              )
            }
            aside={
              actions.includes('translate') ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={begin.isPending && begin.variables === language}
                  aria-label={t('translateInto', { language: LANGUAGES[language] })}
                  onClick={() => begin.mutate(language)}
                >
                  {t('translate')}
                </Button>
              ) : (
                <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>
              )
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
