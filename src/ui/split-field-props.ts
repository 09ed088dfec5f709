import type { FieldLook } from './field'

interface Splittable extends FieldLook {
  id?: string
  className?: string
}

/** Separates the props of the surrounding field from those of the native control. */
export function splitFieldProps<Props extends Splittable>(props: Props) {
  const { label, description, error, isLabelHidden, isRequired, hint, id, className, ...control } =
    props
  const field = { label, description, error, isLabelHidden, isRequired, hint, id, className }
  return { field, control }
}
