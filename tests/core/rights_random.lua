-- Tries the engine (`engine`, from C) against the oracle, with rules, facts and
-- hidden facts at random: CASES of them, from SEED on.
local oracle = dofile(FOLDER .. '/rights_oracle.lua')
local made = assert(loadfile(FOLDER .. '/rights_made.lua'))(oracle)
local random = math.random
local names, ranges = made.names, made.ranges
local tally = {cases = 0, left_out = 0, sets = 0, refused = 0, unknown = 0, settled = 0, yes = 0, silent = 0}

local function show(files)
	for i = 2, #files do print((('-- ' .. files[i][1] .. '\n' .. files[i][2]):gsub('[^\n]+', '# %0'))) end
end

local function told(facts)
	local out = {}
	for _, name in ipairs(names) do out[#out + 1] = name .. '=' .. tostring(facts[name]) end
	return table.concat(out, ' ')
end

local function stop(files, day, facts, text)
	show(files)
	error(string.format('%s\n# on %s with %s', text, oracle.text(day), told(facts)), 0)
end

local function known_all(facts)
	local low, high = {}, {}
	for i, name in ipairs(names) do low[i], high[i] = facts[name], facts[name] end
	return low, high
end

-- Some facts are hidden, or known to lie in a part of their range.
local function hide(facts)
	local low, high, hidden = {}, {}, {}
	local much = random()
	for i, name in ipairs(names) do
		low[i], high[i] = facts[name], facts[name]
		if random() < much then
			hidden[#hidden + 1] = name
			low[i], high[i] = ranges[name][1], ranges[name][2]
			if random(4) == 1 then
				low[i], high[i] = random(low[i], facts[name]), random(facts[name], high[i])
			end
		end
	end
	return low, high, hidden
end

-- Other values for what is hidden.
local function complete(facts, low, high)
	local l, h = {}, {}
	for i, name in ipairs(names) do l[name], h[name] = low[i], high[i] end
	return made.complete(facts, l, h)
end

local function agrees(got, want)
	if got.state == 'niet' then return not want.held end
	if not want.held then return false end
	if got.state == 'ja' and not want.right or got.state == 'nee' and want.right then return false end
	return got.low <= want.cents and want.cents <= got.high
end

local function compare(files, set, day, facts, got, exact)
	local want = oracle.decide(set, day, facts)
	tally.cases = tally.cases + (want and 1 or 0)
	tally.left_out = tally.left_out + (want and 0 or 1)
	for code, w in pairs(want or {}) do
		local g = got[code]
		local good = agrees(g, w)
		if exact and good and w.held then
			good = g.state == (w.right and 'ja' or 'nee') and g.low == g.high
		end
		if not good then
			stop(files, day, facts, string.format('%s: the engine says %s %d..%d, the oracle %s %d', code, g.state, g.low, g.high,
				tostring(w.right), w.cents))
		end
	end
end

-- The facts that an outcome names are enough for it, and its comparisons say
-- what their numbers say.
local signs = {
	['<'] = function(a, b) return a < b end, ['<='] = function(a, b) return a <= b end, ['>'] = function(a, b) return a > b end,
	['>='] = function(a, b) return a >= b end, ['='] = function(a, b) return a == b end,
}

local function holds(r)
	local left, right, last = r.left, r.right, r.last
	if r.sign ~= '..' then return signs[r.sign](left.low * right.over, right.low * left.over) end
	return right.low * left.over <= left.low * right.over and left.low * last.over <= last.low * left.over
end

local function known(side) return side.low == side.high end

-- Whether both can be brought under one denominator here.
local function fit(a, b) return not b or math.max(math.abs(a.low / 1) * b.over, math.abs(b.low / 1) * a.over) < 2.0 ^ 62 end

-- Whether R says what its numbers, the other right or the fact says.
local function true_reason(r, facts, low, high, got)
	if r.asked then return r.state == got[r.asked].state end
	if r.fact then
		for i, name in ipairs(names) do
			if name == r.fact and low[i] == high[i] then return (r.state == 'ja') == (facts[name] == 1) end
			if name == r.fact then return r.state == 'onbekend' end
		end
	end
	return not r.sign or not (known(r.left) and known(r.right) and known(r.last)) or not (fit(r.left, r.right) and fit(r.left, r.last))
		or holds(r) == (r.state == 'ja')
end

local function explained(files, day, facts, low, high, got)
	for code, g in pairs(got) do
		local l, h = {}, {}
		for i, name in ipairs(names) do
			local used = g.used[name]
			l[i], h[i] = used and low[i] or ranges[name][1], used and high[i] or ranges[name][2]
		end
		local again = engine.decide(day, {l, h})[code]
		if again.state ~= g.state or (g.state == 'ja' and (again.low ~= g.low or again.high ~= g.high)) then
			stop(files, day, facts, string.format('%s: with the facts it names it is %s %d..%d instead of %s %d..%d', code, again.state,
				again.low, again.high, g.state, g.low, g.high))
		end
		if g.state ~= 'onbekend' and g.low == g.high and again.said ~= g.said then
			stop(files, day, facts, string.format('%s: with the facts it names it says\n# %s\n# instead of\n# %s', code, again.said, g.said))
		end
		for _, r in ipairs(g.reasons) do
			if not true_reason(r, facts, low, high, got) then stop(files, day, facts, code .. ': a reason does not hold as it says') end
		end
	end
end

-- Which facts stay hidden: who answers does not know what is CLOSED, others are
-- never asked.  Of a sum and its parts none is asked for what follows about
-- another.
local function kept_hidden(low, high, closed)
	local out, before, count = {}, -1, 0
	for i, name in ipairs(names) do out[name] = low[i] < high[i] and (closed[name] or made.silent[name]) or nil end
	while count ~= before do
		before, count = count, 0
		for _, sum in ipairs(made.sums) do
			local tied = out[sum[1]]
			for _, part in ipairs(sum[2]) do tied = tied or out[part] end
			out[sum[1]] = tied
			for _, part in ipairs(sum[2]) do out[part] = tied end
		end
		for _ in pairs(out) do count = count + 1 end
	end
	return out
end

-- Where nothing is asked, no answer changes anything.
local function settled(files, day, facts, low, high, got, closed)
	local hidden = kept_hidden(low, high, closed)
	for _ = 1, 3 do
		local l, h = known_all(complete(facts, low, high))
		for i, name in ipairs(names) do
			if hidden[name] then l[i], h[i] = low[i], high[i] end
		end
		for code, again in pairs(engine.decide(day, {l, h})) do
			local g = got[code]
			if again.state ~= g.state or again.low ~= g.low or again.high ~= g.high then
				stop(files, day, facts, string.format('%s: nothing is asked, and it becomes %s %d..%d after %s %d..%d', code,
					again.state, again.low, again.high, g.state, g.low, g.high))
			end
		end
	end
	tally.silent = tally.silent + 1
end

-- What is asked is not known, can be, and matters to a right that is open.
local function asked(files, day, facts, low, high, got)
	local closed = {}
	local much = random()
	for _, name in ipairs(names) do closed[name] = random() < much end
	local fact = engine.ask(day, {low, high}, closed)
	if not fact then return settled(files, day, facts, low, high, got, closed) end
	for _, g in pairs(got) do
		if g.lacks[fact] and not closed[fact] and not made.silent[fact] then return end
	end
	stop(files, day, facts, 'it asks ' .. fact)
end

-- Side by side everybody gets what they get alone.
local function city(files, day, households, alone)
	for i, got in ipairs(engine.city(day, households)) do
		for code, g in pairs(got) do
			local a = alone[i][code]
			if a.state ~= g.state or a.low ~= g.low or a.high ~= g.high then
				show(files)
				error(string.format('%s on %s: in a city %s %d..%d, alone %s %d..%d\n# %s\n# %s', code, oracle.text(day), g.state, g.low,
					g.high, a.state, a.low, a.high, table.concat(households[i][1], ' '), table.concat(households[i][2], ' ')), 0)
			end
		end
	end
end

local function household(files, set, day, households, alone)
	local facts = made.household(day)
	local low, high = known_all(facts)
	local got = engine.decide(day, {low, high})
	households[#households + 1], alone[#alone + 1] = {low, high}, got
	compare(files, set, day, facts, got, true)
	explained(files, day, facts, low, high, got)
	for _, g in pairs(got) do tally.yes = tally.yes + (g.state == 'ja' and 1 or 0) end
	low, high = hide(facts)
	got = engine.decide(day, {low, high})
	households[#households + 1], alone[#alone + 1] = {low, high}, got
	for _, g in pairs(got) do
		tally.unknown = tally.unknown + (g.state == 'onbekend' and 1 or 0)
		tally.settled = tally.settled + (g.state ~= 'onbekend' and g.low == g.high and 1 or 0)
	end
	compare(files, set, day, facts, got, false)
	explained(files, day, facts, low, high, got)
	asked(files, day, facts, low, high, got)
	for _ = 1, 2 do
		local other = complete(facts, low, high)
		compare(files, set, day, other, got, false)
	end
end

math.randomseed(SEED)
while tally.cases < CASES do
	local files = made.rules(random(12) == 1 and random(8, 16) or random(1, 3))
	local good, why = engine.load(files)
	if good then
		local set = oracle.read(files)
		tally.sets = tally.sets + 1
		for _ = 1, 2 do
			local day, households, alone = made.day(), {}, {}
			for _ = 1, 5 do household(files, set, day, households, alone) end
			city(files, day, households, alone)
		end
	else
		tally.refused = tally.refused + 1
		if not why:find('too large', 1, true) and not why:find('six decimals', 1, true) and not why:find('20 million', 1, true)
			and not why:find('third x', 1, true) then
			show(files)
			error('a file is refused: ' .. why, 0)
		end
	end
end
-- As many files refused as tried would try little.
assert(tally.refused < tally.sets // 10 + 1, 'many files are refused')
assert(tally.left_out < tally.cases // 100 + 1, 'many cases are left out')
assert(tally.unknown > tally.cases // 50 and tally.settled > tally.cases // 50 and tally.yes > tally.cases // 50
	and tally.silent > tally.cases // 50, 'it is all the same')
return tally
