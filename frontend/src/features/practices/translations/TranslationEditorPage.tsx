import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryState } from '@/components/QueryState'
import type { Language } from '@/i18n/languages'
import { practiceQuery } from '../practiceQuery'
import { TranslationEditor } from './TranslationEditor'
import { translationRecordQuery } from './translationQuery'

interface Props {
  practiceId: string
  language: Language
}

/** A practice and its translation side by side; what is typed begins from the translation as it was opened. */
export function TranslationEditorPage({ practiceId, language }: Props) {
  const practice = useQuery(practiceQuery(practiceId))
  const translation = useQuery({
    ...translationRecordQuery(practiceId, language),
    refetchOnMount: 'always',
  })
  const [opened, setOpened] = useState<typeof translation.data>()
  if (!opened && translation.data && !translation.isFetching) setOpened(translation.data)
  return (
    <QueryState query={practice}>
      {({ data }) => (
        <QueryState query={translation}>
          {(current) =>
            opened && <TranslationEditor practice={data} opened={opened} translation={current.data} />
          }
        </QueryState>
      )}
    </QueryState>
  )
}
