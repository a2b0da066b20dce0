import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conflict } from '@/autosave/Autosaver'
import { MergeForm } from './MergeForm'

interface Props {
  conflict: Conflict<{ text: string }>
  language: string
  onResolve: (text: string) => Promise<unknown>
}

/** Somebody else saved other words while one was writing: both versions, and the text that shall stay. */
export default function TextConflict({ conflict, language, onResolve }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  return (
    <Modal
      opened
      onClose={() => {}}
      title={tCommon('conflict.title')}
      size="xl"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <MergeForm
        intro={t('conflict.intro')}
        language={language}
        base={conflict.base.text}
        ours={{
          title: tCommon('conflict.mine'),
          text: conflict.mine.text,
          takeLabel: t('conflict.takeMine'),
        }}
        theirs={{
          title: tCommon('conflict.theirs'),
          text: conflict.theirs.text,
          takeLabel: t('conflict.takeTheirs'),
        }}
        confirmLabel={t('conflict.save')}
        onConfirm={onResolve}
      />
    </Modal>
  )
}
