export function NewPlantDialog() {
  return <dialog open>New plant</dialog>
}
