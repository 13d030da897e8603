import { gated } from './Gated.tsx';
import * as cards from './index.tsx';

/** The cards of the old frontend system, whose apps place them whoever looks. */
export const UsageCard = gated(cards.UsageCard);
export const TeamContent = gated(cards.TeamContent);
export const ColleaguesCard = gated(cards.ColleaguesCard);
