/* Chance that can be had again: the same seed gives the same draws. */

/* A number from 0 up to, not with, 1: xorshift of 32 bits (Marsaglia, 2003). */
export function chance(seed) {
	let state = (seed >>> 0) || 1;
	const draw = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
	for (let n = 0; n < 20; n++)
		draw();
	return {
		below: (limit) => Math.floor(draw() * limit),
		once: (odds) => draw() < odds,
		of: (list) => list[Math.floor(draw() * list.length)],
	};
}
