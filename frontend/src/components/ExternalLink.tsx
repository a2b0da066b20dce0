import type { ReactNode } from 'react'
import classes from './TextLink.module.css'

interface Props {
  /** A web page elsewhere, or `mailto:`. */
  href: string
  children: ReactNode
}

/** A link out of the product; a web page opens beside it. */
export function ExternalLink({ href, children }: Props) {
  const isPage = !href.startsWith('mailto:')
  return (
    <a className={classes.link} href={href} {...(isPage && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  )
}
