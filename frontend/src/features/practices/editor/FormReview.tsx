import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentBody, PracticeBody } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import { CommentThread } from '../review/CommentThread'
import type { FieldName } from './formSteps'
import classes from './PracticeEditor.module.css'

interface FormReview {
  comments: CommentBody[]
  acronyms: PracticeBody['acronyms']
}

const Context = createContext<FormReview>({ comments: [], acronyms: [] })

export const FormReviewProvider = Context.Provider

export const useFormReview = (): FormReview => useContext(Context)

/** A field with what belongs to it: acronyms to spell out, and what reviewers say to it, to be answered there. */
export function Beside({ name, children }: { name: FieldName; children: ReactNode }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const { comments, acronyms } = useFormReview()
  const unexplained = acronyms.filter(({ field }) => field === name).map(({ acronym }) => acronym)
  const said = comments.filter(({ field }) => field === name)
  return (
    <div className={classes.field}>
      {children}
      {unexplained.length > 0 && (
        <p className={classes.acronyms} role="status">
          {t('acronyms', { count: unexplained.length, acronyms: format.list(unexplained) })}
        </p>
      )}
      {said.map((comment) => (
        <CommentThread key={comment.id} comment={comment} />
      ))}
    </div>
  )
}
