import { Button, Modal } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { LoadingSkeleton } from '@/components/LoadingSkeleton'

const Versions = lazy(() => import('./Versions'))

interface Props {
  meetingId: string
  item: MinutesItemBody
}

/** Opens the versions of an item's text. */
export function VersionsButton({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <Button size="xs" variant="subtle" data-print="hide" onClick={() => setOpened(true)}>
        {t('versions.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('versions.of', { item: item.title })} size="xl">
        <Suspense fallback={<LoadingSkeleton rows={4} />}>
          <Versions meetingId={meetingId} item={item} onDone={close} />
        </Suspense>
      </Modal>
    </>
  )
}
