-- Tries the city's own files about rights, lua-rules/benefits, with the engine
-- and with the oracle: CASES households at random, facts hidden of half of them;
-- then a few with files that hold as much as there can be.
local oracle = dofile(FOLDER .. '/rights_oracle.lua')
local made = assert(loadfile(FOLDER .. '/rights_made.lua'))(oracle)
local random = math.random
local tally = {cases = 0, left_out = 0, sets = 0, refused = 0, unknown = 0, settled = 0, yes = 0}
local set, facts -- those that are tried

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

local function stop(day, of, code, g, w)
	local told = {}
	for name, n in pairs(of) do told[#told + 1] = name .. '=' .. n end
	error(string.format('%s on %s: the engine says %s %d..%d, the oracle %s %d\n# %s', code, oracle.text(day), g.state, g.low, g.high,
		tostring(w.right), w.cents, table.concat(told, ' ')), 0)
end

-- In a city it is as alone.
local function city(day, of, facts_known, got)
	for code, g in pairs(engine.city(day, {facts_known})[1]) do
		local a = got[code]
		if a.state ~= g.state or a.low ~= g.low or a.high ~= g.high then stop(day, of, code .. ' in a city', g, {cents = a.low}) end
	end
end

local function compare(day, of, much)
	local facts_known = known(of, much)
	local got, want = engine.decide(day, facts_known), oracle.decide(set, day, of)
	if not want then
		tally.left_out = tally.left_out + 1
		return
	end
	tally.cases = tally.cases + 1
	city(day, of, facts_known, got)
	for code, w in pairs(want) do
		local g = got[code]
		tally.yes = tally.yes + (w.right and 1 or 0)
		tally.unknown = tally.unknown + (g.state == 'onbekend' and 1 or 0)
		tally.settled = tally.settled + (much > 0 and g.state ~= 'onbekend' and 1 or 0)
		if not agrees(g, w, much == 0) then stop(day, of, code, g, w) end
	end
end

-- CASES of FILES on days FROM one TO another.
local function try(files, cases, from, to)
	local good, why = engine.load(files)
	assert(good, why)
	set, facts = oracle.read(files), engine.facts()
	tally.sets, cases = tally.sets + 1, tally.cases + cases
	while tally.cases < cases do
		local of, day = household(), random(oracle.day(from), oracle.day(to))
		compare(day, of, 0)
		compare(day, of, random())
	end
end

math.randomseed(SEED)
try(engine.files(), CASES, '2021-01-01', '2026-12-31')
try(made.largest(), 20, '2019-04-01', '2022-01-01')
assert(tally.left_out < CASES // 100 + 1, 'many cases are left out')
return tally
