import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getAnswerLinkOptions } from '@/api/generated/@tanstack/react-query.gen'
import { answerByLink } from '@/api/generated/sdk.gen'
import type { AnswerLinkBody } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Deadline } from '@/components/Deadline'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { problemMessage } from '@/forms/problemMessage'
import { AnswerButtons } from './AnswerButtons'
import classes from './Attendance.module.css'
import type { Answer } from './attendanceQuery'

interface Props {
  token: string
  /** The answer that was tapped in the mail; it is given here, by another tap. */
  proposed: Answer | undefined
}

/** Where the answers in an invitation lead: what the link does, and the button that does it. No sign-in is asked for. */
export function AnswerLinkPage({ token, proposed }: Props) {
  const { t } = useTranslation('attendance')
  const query = useQuery({ ...getAnswerLinkOptions({ path: { answer_token: token } }), retry: false })
  if (isProblem(query.error) && !query.error.isOffline && query.error.status < 500) {
    return (
      <div className={classes.sheet}>
        <PageHeader title={t('link.closedTitle')} />
        <Card>
          <CardBody>
            <p className={classes.line}>{t(query.error.status === 404 ? 'link.unknown' : 'link.closed')}</p>
            <ButtonLink to="/meetings" variant="filled">
              {t('link.toMeetings')}
            </ButtonLink>
          </CardBody>
        </Card>
      </div>
    )
  }
  return (
    <QueryState query={query}>
      {(link) => <Answering token={token} link={link} proposed={proposed} />}
    </QueryState>
  )
}

function Answering({ token, link, proposed }: Props & { link: AnswerLinkBody }) {
  const { t } = useTranslation('attendance')
  const { t: common } = useTranslation()
  const give = useMutation({
    mutationFn: (answer: Answer) => answerByLink({ path: { answer_token: token }, body: { answer } }),
  })
  const given = give.data?.data ?? link
  const champion = link.champion.name
  return (
    <div className={classes.sheet}>
      <PageHeader
        title={link.title}
        summary={
          <>
            <Deadline at={link.starts_at} />
            {link.place && ` · ${link.place}`}
          </>
        }
      />
      <Card title={t('link.title', { champion })}>
        <CardBody>
          <p className={classes.line} role="status">
            {given.answer
              ? `${t(`mine.${given.answer}`, { champion })} ${t('link.by', { name: given.answered_by_name })}`
              : t('link.open', { name: link.person_name, champion })}
          </p>
          <AnswerButtons
            answer={given.answer ?? null}
            proposed={give.isSuccess ? undefined : proposed}
            sending={give.isPending ? give.variables : null}
            onAnswer={(answer) => give.mutate(answer)}
          />
          {give.isError && (
            <p role="alert" className={classes.failure}>
              {problemMessage(give.error, common)}
            </p>
          )}
          <p className={classes.details}>{t('link.help')}</p>
        </CardBody>
      </Card>
    </div>
  )
}
