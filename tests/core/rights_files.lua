-- Tries the city's own files about rights, lua-rules/benefits, with the engine
-- and with the oracle: CASES households at random, facts hidden of half of them.
local oracle = dofile(FOLDER .. '/rights_oracle.lua')
local random = math.random
local tally = {cases = 0, left_out = 0, sets = 1, refused = 0, unknown = 0, settled = 0, yes = 0}

math.randomseed(SEED)
local files = engine.files()
local good, why = engine.load(files)
assert(good, why)
local set, facts = oracle.read(files), engine.facts()

-- Near the ends, near the figures of rules, anywhere.
local function value(fact)
	local low, high, dice = fact.low, fact.high, random(4)
	if dice == 1 then return random(2) == 1 and low or high end
	if dice == 2 then return math.min(high, low + random(0, 3)) end
	if dice == 3 and high - low > 1000000 then return math.max(low, math.min(high, random(0, 5000) * 1000)) end
	return random(low, high)
end

local function household()
	local out = {}
	for _, fact in ipairs(facts) do out[fact.name] = value(fact) end
	for _, fact in ipairs(facts) do
		local parts, sum = set.facts[fact.name].som_van, 0
		for _, name in ipairs(parts or {}) do
			if sum + out[name] > fact.high then out[name] = 0 end
			sum = sum + out[name]
		end
		if parts then out[fact.name] = sum end
	end
	return out
end

local function known(of, much)
	local low, high = {}, {}
	for i, fact in ipairs(facts) do
		local hide = random() < much
		low[i], high[i] = hide and fact.low or of[fact.name], hide and fact.high or of[fact.name]
	end
	return {low, high}
end

local function agrees(g, w, exact)
	if not w.held or g.state == 'niet' then return not w.held and g.state == 'niet' end
	if g.state == 'onbekend' then return not exact and g.low <= w.cents and w.cents <= g.high end
	return (g.state == 'ja') == w.right and g.low <= w.cents and w.cents <= g.high
end

local function compare(day, of, much)
	local got, want = engine.decide(day, known(of, much)), oracle.decide(set, day, of)
	if not want then
		tally.left_out = tally.left_out + 1
		return
	end
	tally.cases = tally.cases + 1
	for code, w in pairs(want) do
		local g = got[code]
		tally.yes = tally.yes + (w.right and 1 or 0)
		tally.unknown = tally.unknown + (g.state == 'onbekend' and 1 or 0)
		tally.settled = tally.settled + (much > 0 and g.state ~= 'onbekend' and 1 or 0)
		if not agrees(g, w, much == 0) then
			local told = {}
			for name, n in pairs(of) do told[#told + 1] = name .. '=' .. n end
			error(string.format('%s on %s: the engine says %s %d..%d, the oracle %s %d\n# %s', code, oracle.text(day), g.state, g.low, g.high,
				tostring(w.right), w.cents, table.concat(told, ' ')), 0)
		end
	end
end

while tally.cases < CASES do
	local of, day = household(), random(oracle.day('2021-01-01'), oracle.day('2026-12-31'))
	compare(day, of, 0)
	compare(day, of, random())
end
assert(tally.left_out < CASES // 100 + 1, 'many cases are left out')
return tally
