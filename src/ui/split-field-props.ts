import type { FieldLook } from './field'

interface Splittable extends FieldLook {
  id?: string
  className?: string
}

/** Parts what belongs to the field around a control from what belongs to the native control. */
export function splitFieldProps<Props extends Splittable>(props: Props) {
  const { label, description, error, isLabelHidden, isRequired, hint, id, className, ...control } =
    props
  const field = { label, description, error, isLabelHidden, isRequired, hint, id, className }
  return { field, control }
}
