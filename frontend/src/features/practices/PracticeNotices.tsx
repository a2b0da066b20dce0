import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import classes from './Practices.module.css'
import type { PracticeBody } from './practiceQuery'

/** What a reader must know before the text: that it is withdrawn, or a revision, or waits for its own champion. */
export function PracticeNotices({ practice }: { practice: PracticeBody }) {
  const { t } = useTranslation('practices')
  const note = practice.review_note
  return (
    <>
      {practice.status === 'withdrawn' && (
        <Notice tone="late">
          {t('notice.withdrawn')}
          {note && (
            <>
              <br />
              <b>{t('notice.withdrawalReason')}:</b> {note}
            </>
          )}
          <br />
          <b>{t('notice.publicReason')}:</b> {practice.withdrawal_reason || t('notice.noPublicReason')}
        </Notice>
      )}
      {practice.status === 'changes_requested' && note && (
        <Notice tone="soon">
          <b>{t('notice.changes')}:</b> {note}
        </Notice>
      )}
      {practice.revises_id && (
        <Notice>
          {t('notice.revision')}{' '}
          <TextLink to="/practices/$practiceId" params={{ practiceId: practice.revises_id }}>
            {t('notice.revised')}
          </TextLink>
        </Notice>
      )}
      {practice.open_revision_id && (
        <Notice>
          {t('notice.openRevision')}{' '}
          <TextLink to="/practices/$practiceId" params={{ practiceId: practice.open_revision_id }}>
            {t('notice.goToRevision')}
          </TextLink>
        </Notice>
      )}
      {practice.missing.length > 0 && practice.actions.includes('submit') && (
        <Notice>{t('notice.incomplete', { count: practice.missing.length })}</Notice>
      )}
    </>
  )
}

export function Notice({
  tone = 'quiet',
  children,
}: {
  tone?: 'quiet' | 'soon' | 'late'
  children: ReactNode
}) {
  return (
    <div className={classes.notice} data-tone={tone}>
      {children}
    </div>
  )
}
