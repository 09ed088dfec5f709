import { Plus } from 'lucide-react'
import { Button } from '@/ui/button'

interface NewPlantButtonProps {
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onCreate: () => void
  /** Called when the button is about to be pressed. */
  onCreateIntent: () => void
}

export function NewPlantButton({ createRefusal, onCreate, onCreateIntent }: NewPlantButtonProps) {
  return (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      disabledReason={createRefusal}
      onPointerEnter={onCreateIntent}
      onFocus={onCreateIntent}
      onClick={onCreate}
    >
      New plant
    </Button>
  )
}
