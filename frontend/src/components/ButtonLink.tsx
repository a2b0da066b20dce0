import { Button, type ButtonProps } from '@mantine/core'
import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

interface Props
  extends Omit<ButtonProps, 'component'>,
    Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {
  ref?: Ref<HTMLAnchorElement>
}

function ButtonAnchor(props: Props) {
  return <Button component="a" {...props} />
}

const CreatedButtonLink = createLink(ButtonAnchor)

/** A link that looks like a button: for going somewhere. A `Button` is for doing something. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = (props) => <CreatedButtonLink {...props} />
