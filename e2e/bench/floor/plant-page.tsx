export function PlantPage() {
  return <p>A plant</p>
}
