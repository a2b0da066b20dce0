import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endPerson, invitePersonAgain, reinstatePerson, resetPersonPassword } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { Card, CardBody } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Fact, Facts } from '@/components/Facts'
import { useFormat } from '@/i18n/useFormat'
import classes from './Administration.module.css'
import { LinkHandover } from './LinkHandover'
import type { Person, PersonWithLink } from './peopleQuery'

type Question = 'end' | 'reinstate' | 'invitation' | 'password-reset'

/** The state of somebody's account, and what may be done with it. */
export function AccountCard({ record }: { record: Versioned<Person> }) {
  const { t } = useTranslation('administration')
  const [question, setQuestion] = useState<Question | null>(null)
  const [handed, setHanded] = useState<PersonWithLink | null>(null)
  const person = record.data
  const offered = QUESTIONS.filter((verb) => person.actions.includes(verb))

  return (
    <Card title={t('account.title')}>
      <CardBody>
        <AccountFacts person={person} />
        {offered.length > 0 && (
          <div className={classes.buttons}>
            {offered.map((verb) => (
              <Button key={verb} onClick={() => setQuestion(verb)} {...(verb === 'end' && { color: 'red' })}>
                {t(`account.${verb}.button`)}
              </Button>
            ))}
          </div>
        )}
        {!person.actions.includes('end') && !person.ended_at && (
          <p className={classes.note}>{t('account.own')}</p>
        )}
      </CardBody>
      {question && (
        <AskFirst question={question} record={record} onClose={() => setQuestion(null)} onLink={setHanded} />
      )}
      <Modal
        opened={handed !== null}
        onClose={() => setHanded(null)}
        size="lg"
        title={t('link.title', { name: person.name })}
        closeOnClickOutside={false}
      >
        {handed && <LinkHandover person={handed} onDone={() => setHanded(null)} />}
      </Modal>
    </Card>
  )
}

const QUESTIONS: readonly Question[] = ['invitation', 'password-reset', 'reinstate', 'end']

interface AskFirstProps {
  question: Question
  record: Versioned<Person>
  onClose: () => void
  onLink: (person: PersonWithLink) => void
}

function AskFirst({ question, record, onClose, onLink }: AskFirstProps) {
  const { t } = useTranslation('administration')
  const { data: person, etag } = record
  const act = useMutation({
    mutationFn: async (reason: string) => {
      const request = { path: { person_id: person.id }, headers: ifMatch(etag) }
      const body = reason ? { reason } : {}
      if (question === 'invitation') onLink((await invitePersonAgain(request)).data)
      if (question === 'password-reset') onLink((await resetPersonPassword(request)).data)
      if (question === 'end') await endPerson({ ...request, body })
      if (question === 'reinstate') await reinstatePerson({ ...request, body })
    },
  })
  const isStep = question === 'end' || question === 'reinstate'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`account.${question}.title`, { name: person.name })}
      confirmLabel={t(`account.${question}.confirm`)}
      tone={question === 'end' ? 'danger' : 'plain'}
      reason={isStep ? 'optional' : 'none'}
      onConfirm={(reason) => act.mutateAsync(reason)}
    >
      {t(`account.${question}.text`, { name: person.name })}
    </ConfirmDialog>
  )
}

function AccountFacts({ person }: { person: Person }) {
  const { t } = useTranslation('administration')
  const format = useFormat()
  const state = () => {
    if (person.ended_at) return t('account.ended', { date: format.date(person.ended_at) })
    if (person.has_signed_in) return t('account.active')
    if (person.invitation_expires_at) {
      return t('account.invited', { date: format.date(person.invitation_expires_at) })
    }
    return t('account.expired')
  }
  return (
    <Facts>
      <Fact name={t('account.state')}>{state()}</Fact>
      <Fact name={t('form.email')}>
        <bdi dir="ltr">{person.email}</bdi>
      </Fact>
      <Fact name={t('account.phone')}>{person.phone && <bdi dir="ltr">{person.phone}</bdi>}</Fact>
      <Fact name={t('account.lastSeen')}>
        {person.last_seen_at ? format.dateTime(person.last_seen_at) : t('account.neverSeen')}
      </Fact>
      <Fact name={t('account.timeZone')}>
        <bdi>{person.time_zone.replaceAll('_', ' ')}</bdi>
      </Fact>
    </Facts>
  )
}
