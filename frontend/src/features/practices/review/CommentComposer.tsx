import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { makePracticeComment } from '@/api/generated/sdk.gen'
import type { CommentBody } from '@/api/generated/types.gen'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Review.module.css'
import { useKeptText } from './useKeptText'

interface Props {
  practiceId: string
  field: CommentBody['field']
  /** What the field is called. */
  label: string
}

/** A comment on a field: a request for a change, or advice. */
export function CommentComposer({ practiceId, field, label }: Props) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const [text, setText] = useKeptText(`comment:${practiceId}:${field ?? ''}`)
  const [kind, setKind] = useState<CommentBody['kind']>('change')
  const [isOpen, setOpen] = useState(text !== '')
  const make = useMutation({
    mutationFn: () => makePracticeComment({ path: { practice_id: practiceId }, body: { field, kind, text } }),
    onSuccess: () => {
      setText('')
      setOpen(false)
    },
  })
  if (!isOpen)
    return (
      <Button
        className={classes.begin}
        variant="subtle"
        size="compact-sm"
        data-print="hide"
        aria-label={t('commentOn', { field: label })}
        onClick={() => setOpen(true)}
      >
        {t('comment')}
      </Button>
    )
  return (
    <div className={classes.composer} data-print="hide">
      <SegmentedControl
        size="xs"
        aria-label={t('kindLabel')}
        value={kind}
        onChange={(chosen) => setKind(chosen as CommentBody['kind'])}
        data={(['change', 'advice'] as const).map((each) => ({ value: each, label: t(`kind.${each}`) }))}
      />
      <Textarea
        mt="xs"
        label={t('yourComment', { field: label })}
        autosize
        minRows={2}
        maxLength={10_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={make.isError && problemMessage(make.error, common)}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="filled"
          disabled={text.trim() === ''}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t('sendComment')}
        </Button>
        <Button size="compact-sm" onClick={() => setOpen(false)}>
          {common('action.cancel')}
        </Button>
      </div>
    </div>
  )
}
