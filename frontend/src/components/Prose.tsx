import classes from './Prose.module.css'

/** What people wrote, with the line breaks they made, at a width that reads well and in its own direction. */
export function Prose({ children }: { children: string }) {
  return (
    <div className={classes.prose} dir="auto">
      {children}
    </div>
  )
}
