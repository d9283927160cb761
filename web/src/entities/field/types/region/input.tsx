/** A province, city and district. */
export { RegionInput as Input } from '../../regions/region-input';
