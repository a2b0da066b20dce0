import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import classes from './TextLink.module.css'

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** `title`: in the colour of the text around it, for the title of a row. */
  look?: 'link' | 'title'
  ref?: Ref<HTMLAnchorElement>
}

function TextAnchor({ look = 'link', className, ...props }: Props) {
  return <a className={[classes[look], className].filter(Boolean).join(' ')} {...props} />
}

const CreatedTextLink = createLink(TextAnchor)

export const TextLink: LinkComponent<typeof TextAnchor> = (props) => (
  <CreatedTextLink preload="intent" {...props} />
)
