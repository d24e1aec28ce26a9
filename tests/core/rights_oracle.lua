-- A second evaluator of rule files about rights, as plain as can be: it runs
-- the file itself in a small environment of its own, with exact fractions, and
-- only where every fact is known.  It shares nothing with the engine.
local oracle = {}

-- --- exact fractions ---------------------------------------------------------

local function gcd(a, b)
	while b ~= 0 do a, b = b, a % b end
	return a < 0 and -a or a
end

-- What is too large for 64 bits is not known here: such a case is left out.
oracle.too_large = 'too large for the oracle'
local function times(a, b)
	if math.abs(a * 1.0 * b) > 4e18 then error(oracle.too_large, 0) end
	return a * b
end

local function ratio(n, d)
	if d < 0 then n, d = -n, -d end
	local g = gcd(n, d)
	if g == 0 then g = 1 end
	return {n = n // g, d = d // g}
end

local function add(a, b)
	local g = gcd(a.d, b.d)
	return ratio(times(a.n, b.d // g) + times(b.n, a.d // g), times(a.d, b.d // g))
end
local function negative(a) return {n = -a.n, d = a.d} end
local function sub(a, b) return add(a, negative(b)) end
local function mul(a, b)
	local g, h = math.max(gcd(a.n, b.d), 1), math.max(gcd(b.n, a.d), 1)
	return ratio(times(a.n // g, b.n // h), times(a.d // h, b.d // g))
end
local function div(a, b)
	return mul(a, b.n < 0 and {n = -b.d, d = -b.n} or {n = b.d, d = b.n})
end
local function less(a, b)
	local g = gcd(a.d, b.d)
	return times(a.n, b.d // g) < times(b.n, a.d // g)
end
local function floor(a) return a.n // a.d end

local function decimal(number)
	local whole, part = string.format('%.6f', number):match('^(-?%d+)%.(%d+)$')
	local n = math.tointeger(whole) * 1000000
	local rest = math.tointeger(part)
	return ratio(whole:sub(1, 1) == '-' and n - rest or n + rest, 1000000)
end

-- --- days --------------------------------------------------------------------

local function leap(y) return y % 4 == 0 and (y % 100 ~= 0 or y % 400 == 0) end
local lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
local function month_length(y, m) return m == 2 and leap(y) and 29 or lengths[m] end

local year_start = {[1970] = 0}
for y = 1971, 2200 do year_start[y] = year_start[y - 1] + (leap(y - 1) and 366 or 365) end
for y = 1969, 1800, -1 do year_start[y] = year_start[y + 1] - (leap(y) and 366 or 365) end

function oracle.day(text)
	local y, m, d = text:match('^(%d+)-(%d+)-(%d+)$')
	y, m, d = math.tointeger(y), math.tointeger(m), math.tointeger(d)
	local n = year_start[y]
	for i = 1, m - 1 do n = n + month_length(y, i) end
	return n + d - 1
end

local function parts(n)
	local y = 1970 + n // 366
	while y < 2200 and year_start[y + 1] <= n do y = y + 1 end
	while year_start[y] > n do y = y - 1 end
	n = n - year_start[y]
	local m = 1
	while n >= month_length(y, m) do
		n = n - month_length(y, m)
		m = m + 1
	end
	return y, m, n + 1
end

function oracle.text(n) return string.format('%04d-%02d-%02d', parts(n)) end

local function age(born, day)
	local y1, m1, d1 = parts(born)
	local y2, m2, d2 = parts(day)
	local years = y2 - y1
	if m2 < m1 or (m2 == m1 and d2 < d1) then years = years - 1 end
	return math.max(years, 0)
end

-- --- what a file says, as functions of a case --------------------------------

local part = {}
local function make(f) return setmetatable({f = f}, part) end
local function lift(x)
	if type(x) == 'number' then
		local r = decimal(x)
		return function() return r end
	end
	if type(x) == 'string' then return function() return x end end
	return x.f
end
local function both(a, b, f)
	a, b = lift(a), lift(b)
	return make(function(c) return f(a(c), b(c)) end)
end
part.__add = function(a, b) return both(a, b, add) end
part.__sub = function(a, b) return both(a, b, sub) end
part.__mul = function(a, b) return both(a, b, mul) end
part.__div = function(a, b) return both(a, b, div) end
part.__unm = function(a) return both(0, a, sub) end

local function list_of(...)
	local t = {...}
	if #t == 1 and getmetatable(t[1]) ~= part and type(t[1]) == 'table' then t = t[1] end
	local out = {}
	for i, x in ipairs(t) do out[i] = lift(x) end
	return out
end

local function same(a, b)
	if type(a) == 'table' then return a.n == b.n and a.d == b.d end
	return a == b
end

local function step_of(step) return step and lift(step) or function() return ratio(1, 100) end end

local function rounded(x, step, how)
	x, step = lift(x), step_of(step)
	return make(function(c)
		local s = step(c)
		local q = div(x(c), s)
		local n
		if how == 'down' then
			n = floor(q)
		elseif how == 'up' then
			n = -floor(ratio(-q.n, q.d))
		else
			n = floor(add(q, ratio(1, 2)))
		end
		return mul(ratio(n, 1), s)
	end)
end

local function line(x, x1, y1, x2, y2, step)
	local list = list_of(x, x1, y1, x2, y2)
	local exact = make(function(c)
		local v = {}
		for i = 1, 5 do v[i] = list[i](c) end
		if less(v[1], v[2]) then return v[3] end
		if less(v[4], v[1]) then return v[5] end
		return add(v[3], div(mul(sub(v[5], v[3]), sub(v[1], v[2])), sub(v[4], v[2])))
	end)
	return rounded(exact, step)
end

local function named(get)
	return setmetatable({}, {__index = function(_, name) return make(function(c) return get(c, name) end) end})
end

local function amount_on(c, name)
	local best
	for day, block in pairs(c.rule.bedragen or {}) do
		if day <= c.today and block[name] and (not best or day > best) then best = day end
	end
	return c.rule.bedragen[best][name]
end

local outcome

-- English words that are the same as Dutch ones: of conditions and numbers, of
-- fields, of what a field says.
local words = {alle_van = 'all_of', een_van = 'any_of', geen_van = 'none_of', altijd = 'always', meer_dan = 'more_than',
	minstens = 'at_least', minder_dan = 'less_than', hoogstens = 'at_most', tussen = 'between', is = 'equals', kleinste = 'smallest',
	grootste = 'largest', aantal_van = 'count_of', als = 'when', uit_tabel = 'from_table', op_lijn = 'on_line', afgerond = 'rounded',
	naar_boven = 'rounded_up', naar_beneden = 'rounded_down', dagen_tussen = 'days_between', leeftijd = 'age', feit = 'fact',
	bedrag = 'amount', recht = 'right', bedrag_van = 'amount_of', de_dag = 'the_day', datum = 'date', noem = 'called',
	procent = 'percent', breuk = 'ratio', regel = 'rule', feiten = 'facts', vanaf = 'from', tot = 'to', bedragen = 'amounts',
	bedrag_is = 'amount_is', titel = 'title', bron = 'source', bevoegd = 'competent', stad = 'city', gezin = 'household',
	persoon = 'person', periode = 'period', dag = 'day', maand = 'month', kwartaal = 'quarter', jaar = 'year', eenmalig = 'once',
	toekenning = 'granting', automatisch = 'automatic', uitkering = 'benefit', korting = 'discount', prijs = 'price'}
local dutch = {}
for nl, en in pairs(words) do dutch[en] = nl end

-- TEXT of a Dutch file in English.
function oracle.english(text) return (text:gsub('op vraag', 'on request'):gsub('[%a_]+', words)) end

local function with_dutch(rule)
	for en, nl in pairs(dutch) do rule[nl] = rule[nl] or rule[en] end
	return rule
end

local function environment(set, keep)
	local env = {ja = true, nee = false, onbekend = 'unknown', cent = 0.01, euro = 1}
	env.feiten = function(t) set.facts = t end
	env.regel = keep
	env.feit = named(function(c, name) return c.facts[name] end)
	env.bedrag = named(function(c, name)
		local value = amount_on(c, name)
		return type(value) == 'number' and decimal(value) or value
	end)
	env.recht = named(function(c, name) return outcome(c, name).right end)
	env.bedrag_van = named(function(c, name) return ratio(outcome(c, name).cents, 100) end)
	env.de_dag = make(function(c) return ratio(c.day, 1) end)
	env.altijd = make(function() return true end)
	env.datum = function(text)
		local n = oracle.day(text)
		return make(function() return ratio(n, 1) end)
	end
	env.noem = function(x) return make(lift(x)) end
	env.procent = function(x) return make(function() return div(decimal(x), ratio(100, 1)) end) end
	env.breuk = function(a, b) return make(function() return ratio(a, b) end) end
	env.alle_van = function(...)
		local list = list_of(...)
		return make(function(c)
			for _, x in ipairs(list) do if not x(c) then return false end end
			return true
		end)
	end
	local function any(...)
		local list = list_of(...)
		return function(c)
			for _, x in ipairs(list) do if x(c) then return true end end
			return false
		end
	end
	env.een_van = function(...) return make(any(...)) end
	env.geen_van = function(...)
		local f = any(...)
		return make(function(c) return not f(c) end)
	end
	env.meer_dan = function(a, b) return both(a, b, function(x, y) return less(y, x) end) end
	env.minder_dan = function(a, b) return both(a, b, less) end
	env.minstens = function(a, b) return both(a, b, function(x, y) return not less(x, y) end) end
	env.hoogstens = function(a, b) return both(a, b, function(x, y) return not less(y, x) end) end
	env.tussen = function(a, b, d)
		local list = list_of(a, b, d)
		return make(function(c)
			local x = list[1](c)
			return not less(x, list[2](c)) and not less(list[3](c), x)
		end)
	end
	env.is = function(a, ...)
		local x, list = lift(a), list_of(...)
		return make(function(c)
			for _, y in ipairs(list) do if same(x(c), y(c)) then return true end end
			return false
		end)
	end
	local function extreme(better)
		return function(...)
			local list = list_of(...)
			return make(function(c)
				local best = list[1](c)
				for i = 2, #list do
					local x = list[i](c)
					if better(x, best) then best = x end
				end
				return best
			end)
		end
	end
	env.kleinste = extreme(less)
	env.grootste = extreme(function(a, b) return less(b, a) end)
	env.aantal_van = function(...)
		local list = list_of(...)
		return make(function(c)
			local n = 0
			for _, x in ipairs(list) do if x(c) then n = n + 1 end end
			return ratio(n, 1)
		end)
	end
	env.als = function(...)
		local list = list_of(...)
		return make(function(c)
			for i = 1, #list - 1, 2 do if list[i](c) then return list[i + 1](c) end end
			return list[#list](c)
		end)
	end
	env.uit_tabel = function(t, i)
		t, i = lift(t), lift(i)
		return make(function(c)
			local values = t(c)
			local n = math.max(0, math.min(#values - 1, i(c).n))
			return decimal(values[n + 1])
		end)
	end
	env.op_lijn = line
	env.afgerond = function(x, step) return rounded(x, step) end
	env.naar_boven = function(x, step) return rounded(x, step, 'up') end
	env.naar_beneden = function(x, step) return rounded(x, step, 'down') end
	env.dagen_tussen = function(a, b) return both(b, a, sub) end
	env.leeftijd = function(a, b)
		a, b = lift(a), b and lift(b) or function(c) return ratio(c.day, 1) end
		return make(function(c) return ratio(age(a(c).n, b(c).n), 1) end)
	end
	return setmetatable(env, {__index = function(_, name) return rawget(env, dutch[name]) end})
end

-- What rule CODE gives in case C: {held, right, cents}.
local function held(rule, c)
	local from = rule.vanaf
	for day in pairs(not from and rule.bedragen or {}) do
		if not from or day < from then from = day end
	end
	return (not from or from <= c.today) and (not rule.tot or c.today <= rule.tot)
end

local function decide(rule, c)
	local was = c.rule
	c.rule = rule
	local right = rule.recht == nil or rule.recht.f(c)
	local cents = 0
	if rule.bedrag then
		cents = mul(lift(rule.bedrag)(c), ratio(100, 1))
		assert(cents.d == 1, 'a part of a cent')
		cents = math.max(cents.n, 0)
		if rule.bedrag_is ~= 'prijs' and rule.bedrag_is ~= 'price' then right = right and cents > 0 end
	end
	c.rule = was
	return {held = true, right = right, cents = right and cents or 0}
end

function outcome(c, code)
	if not c.done[code] then
		c.done[code] = {held = false, right = false, cents = 0}
		for _, rule in ipairs(c.set.rules) do
			if rule.code == code and held(rule, c) then c.done[code] = decide(rule, c) end
		end
	end
	return c.done[code]
end

-- Read FILES, {{name, text}, ...}, the facts first.
function oracle.read(files)
	local set = {rules = {}}
	for _, file in ipairs(files) do
		local env = environment(set, function(t) set.rules[#set.rules + 1] = with_dutch(t) end)
		assert(load(file[2], '=' .. file[1], 't', env))()
	end
	return set
end

local function value(fact, n)
	local kind = fact.soort:match('^%S+')
	if kind == 'ja/nee' then return n == 1 end
	if kind == 'euro' then return ratio(n, 100) end
	if kind == 'keuze' then return fact.keuzes[n + 1][1] end
	return ratio(n, 1)
end

-- What each rule of SET gives on DAY when FACTS are these integers; nil: the
-- numbers are too large for this.
function oracle.decide(set, day, facts)
	local c = {set = set, day = day, today = oracle.text(day), facts = {}, done = {}}
	for name, n in pairs(facts) do c.facts[name] = value(set.facts[name], n) end
	local out = {}
	local good, why = pcall(function()
		for _, rule in ipairs(set.rules) do out[rule.code] = outcome(c, rule.code) end
	end)
	if good then return out end
	if why ~= oracle.too_large then error(why, 0) end
end

return oracle
