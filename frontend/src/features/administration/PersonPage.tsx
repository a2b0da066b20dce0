import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Versioned } from '@/api/record'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { Allowed } from '@/session/permission'
import { AccountCard } from './AccountCard'
import { PersonForm } from './PersonForm'
import { type Person, personQuery } from './peopleQuery'
import { useIsSecretariat } from './useIsSecretariat'
import { usePersonWords } from './usePersonWords'

export function PersonPage({ id }: { id: string }) {
  const query = useQuery(personQuery(id))
  return <QueryState query={query}>{(record) => <PersonSheet record={record} />}</QueryState>
}

function PersonSheet({ record }: { record: Versioned<Person> }) {
  const { t } = useTranslation('administration')
  const isSecretariat = useIsSecretariat()
  const { standing } = usePersonWords()
  const person = record.data
  return (
    <>
      <PageHeader
        title={person.name}
        summary={standing(person)}
        trail={
          <TextLink to="/administration">{isSecretariat ? t('people.title') : t('people.ownTitle')}</TextLink>
        }
        action={
          <Allowed permission="audit:read">
            <ButtonLink to="/administration/audit" search={{ person_id: person.id }}>
              {t('person.trail')}
            </ButtonLink>
          </Allowed>
        }
      />
      <Columns aside={<AccountCard record={record} />}>
        <Card title={t('person.details')}>
          <CardBody>
            <PersonForm key={person.id} record={record} />
          </CardBody>
        </Card>
      </Columns>
    </>
  )
}
