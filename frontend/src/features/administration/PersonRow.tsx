import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import classes from './Administration.module.css'
import { PersonBadge } from './PersonBadge'
import type { Person } from './peopleQuery'
import { usePersonWords } from './usePersonWords'

export function PersonRow({ person }: { person: Person }) {
  const { context } = usePersonWords()
  return (
    <Row
      title={
        <TextLink look="title" to="/administration/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </TextLink>
      }
      context={
        <>
          {context(person)} {person.is_demonstration && <DemonstrationMark />}
          <div className={classes.address} dir="ltr">
            {person.email}
          </div>
        </>
      }
      aside={<PersonBadge person={person} />}
    />
  )
}
