import type { ReactNode } from 'react'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import classes from './AuthSheet.module.css'

interface Props {
  title: string
  intro?: ReactNode
  children: ReactNode
}

/** The narrow page on which one signs in or chooses a password. */
export function AuthSheet({ title, intro, children }: Props) {
  return (
    <div className={classes.sheet}>
      <PageHeader title={title} summary={intro} />
      <Card>
        <CardBody>{children}</CardBody>
      </Card>
    </div>
  )
}
