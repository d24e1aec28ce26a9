-- Rules about rights and households at random, which the engine and the oracle
-- are both tried with.
local oracle = ...
local made = {}
local random = math.random
local function one(list) return list[random(#list)] end
local function maybe(n) return random(n) == 1 end

local function choices(count)
	local out = {}
	for i = 0, count - 1 do out[#out + 1] = string.format('{ "c%d", nl = "c%d", en = "c%d", fr = "c%d" }', i, i, i, i) end
	return 'keuzes = { ' .. table.concat(out, ', ') .. ' }'
end

-- --- facts -------------------------------------------------------------------

local days = {oracle.day('1900-01-01'), oracle.day('1940-01-01'), oracle.day('2030-12-31'), oracle.day('2100-12-31')}
-- Name, what it can be, kind, what it is the sum of; false: it is not asked for.
local facts = {
	{'b1', {0, 1}, 'ja/nee'}, {'b2', {0, 1}, 'ja/nee'}, {'b3', {0, 1}, 'ja/nee', false},
	{'n1', {0, 12}, 'aantal 0..12'}, {'n2', {-3, 5}, 'aantal -3..5'}, {'n3', {0, 4000}, 'aantal 0..4000'},
	{'n4', {-3, 10}, 'aantal -3..10', {'n1', 'n2'}}, {'n5', {0, 6}, 'aantal 0..6'},
	{'n6', {-3, 16}, 'aantal -3..16', {'n4', 'n5'}},
	{'e1', {0, 10000000}, 'euro 0..100000'}, {'e2', {-50000, 90000}, 'euro -500..900'},
	{'e3', {-2000000000, 2000000000}, 'euro -20000000..20000000'}, {'e4', {0, 30000}, 'euro 0..300'},
	{'e5', {-50000, 10120000}, 'euro -500..101200', {'e1', 'e2', 'e4'}},
	{'d1', {days[2], days[3]}, 'datum 1940-01-01..2030-12-31'}, {'d2', {days[1], days[4]}, 'datum'},
	{'k1', {0, 2}, 'keuze', nil, 3}, {'k2', {0, 63}, 'keuze', nil, 64},
}
made.names, made.ranges, made.sums, made.silent = {}, {}, {}, {}
local facts_text = {}
for _, f in ipairs(facts) do
	local name, range, kind, sum, count = f[1], f[2], f[3], f[4], f[5]
	made.names[#made.names + 1], made.ranges[name] = name, range
	made.silent[name] = sum ~= nil
	local more = sum == nil and ', vraag = "?"' or ''
	if sum then
		made.sums[#made.sums + 1] = {name, sum}
		more = ', som_van = { "' .. table.concat(sum, '", "') .. '" }'
	end
	if count then more = more .. ', ' .. choices(count) end
	facts_text[#facts_text + 1] = string.format('  %s = { soort = "%s", naam = "%s", bron = "x"%s },\n', name, kind, name, more)
end
facts_text = 'feiten {\n' .. table.concat(facts_text) .. '}\n'

-- --- words -------------------------------------------------------------------

-- Days on which something begins or ends, or a year is a day longer.
local edges = {'2019-12-31', '2020-01-01', '2021-05-31', '2021-06-01', '2022-12-31', '2023-01-01', '2023-02-28', '2023-03-01',
	'2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'}

local here -- the file that is being made: rules before it, its locals

local function constant()
	return one {tostring(random(0, 12)), tostring(random(0, 900)), string.format('%d.%02d', random(0, 2000), random(0, 99)),
		'0.5', '-' .. random(1, 40), 'bedrag.a1', 'bedrag.a2', 'bedrag.a3', maybe(9) and one {'20000000', '-20000000', '0.000001'} or '7'}
end
local function positive() return one {'2', '3', '7', '0.5', '1.25', '55', 'bedrag.a1', 'breuk(3, 7)'} end

local number, condition

local function date()
	return one {'feit.d1', 'feit.d1', 'feit.d2', 'de_dag', 'datum("' .. oracle.text(random(-9000, 19000)) .. '")',
		'datum("' .. one(edges) .. '")'}
end

local function index(depth)
	return one {'feit.n1', 'feit.n2', 'feit.n4', 'feit.n6', 'feit.n1 + feit.n2', 'leeftijd(feit.d1)', 'feit.n1 - 2', 'feit.n3 - 100',
		'aantal_van { ' .. condition(depth - 1) .. ', feit.b1 }', 'naar_beneden(' .. number(depth - 1) .. ', euro)'}
end

local function numbers(depth, n)
	local out = {}
	for i = 1, n do out[i] = number(depth - 1) end
	return table.concat(out, ', ')
end
local function conditions(depth, n)
	local out = {}
	for i = 1, n do out[i] = condition(depth - 1) end
	return table.concat(out, ', ')
end

local function leaf()
	if #here.numbers > 0 and random() < .35 then return one(here.numbers) end
	if #here.amounts > 0 and random() < .15 then return 'bedrag_van.' .. one(here.amounts) end
	if maybe(25) then return 'feit.e3' end
	return one {constant(), 'feit.n1', 'feit.n2', 'feit.n3', 'feit.n4', 'feit.n6', 'feit.e1', 'feit.e1', 'feit.e2', 'feit.e4', 'feit.e5',
		'leeftijd(feit.d1)'}
end

local function step() return one {'', '', ', euro', ', 0.05', ', 10', ', 3', ', bedrag.a1', ', breuk(1, 3)'} end
local function round(depth) return one {'afgerond', 'naar_boven', 'naar_beneden'} .. '(' .. number(depth) .. step() .. ')' end

local function on_line(d)
	local x1 = random(0, 500)
	return 'op_lijn(' .. number(d - 1) .. ', ' .. x1 .. one {'', '.5', ' - breuk(1, 3)'} .. ', ' .. number(d - 1) .. ', ' .. x1 + random(1, 30000) .. ', ' .. number(d - 1) .. step() .. ')'
end

-- What several parts of a rule share.
local function shared() return maybe(3) and on_line(2) or number(2) end

local compare = {'minder_dan', 'meer_dan', 'hoogstens', 'minstens'}
local makers = {
	function(d)
		local x = on_line(1)
		return 'als(' .. condition(d - 1) .. ', als(' .. condition(d - 1) .. ', ' .. x .. ', ' .. constant() .. '), ' .. x .. ')'
	end,
	function(d) return '(' .. number(d - 1) .. ' + ' .. leaf() .. ' * ' .. constant() .. ')' end,
	function(d) return '(feit.e1 + grootste(' .. constant() .. ' - feit.e1, ' .. constant() .. '))' end,
	function(d) return '(feit.e5 - kleinste(feit.e1 + ' .. leaf() .. ', ' .. number(d - 1) .. '))' end,
	function(d) return '(' .. number(d - 1) .. ' + ' .. number(d - 1) .. ')' end,
	function(d) return '(feit.n1 + ' .. number(d - 1) .. ')' end,
	function(d) return '(' .. number(d - 1) .. ' - ' .. number(d - 1) .. ')' end,
	function(d) return '(feit.e1 - ' .. number(d - 1) .. ')' end,
	function(d) return '(' .. number(d - 1) .. ' * ' .. one {'2', '-3', '0.5', '12', 'bedrag.a1', 'bedrag.a3', '0'} .. ')' end,
	function(d) return '(feit.n3 * ' .. constant() .. ')' end,
	function(d) return '(' .. number(d - 1) .. ' / ' .. positive() .. ')' end,
	function(d) return '(procent(' .. random(1, 120) .. ') * ' .. number(d - 1) .. ')' end,
	function(d) return '(breuk(' .. random(1, 9) .. ', ' .. random(2, 11) .. ') * ' .. number(d - 1) .. ')' end,
	function(d) return '(-(' .. number(d - 1) .. ') + feit.n1)' end,
	function(d) return one {'kleinste', 'grootste'} .. '(' .. numbers(d, random(1, 3)) .. ')' end,
	function(d) return one {'kleinste', 'grootste'} .. '(' .. one {'kleinste', 'grootste'} .. '(' .. numbers(d - 1, 2) .. '), ' .. leaf() .. ')' end,
	function(d) return 'aantal_van { ' .. conditions(d, random(1, 3)) .. ' }' end,
	function(d) return 'als(' .. condition(d - 1) .. ', ' .. numbers(d, 2) .. ')' end,
	function(d)
		return 'als(' .. condition(d - 1) .. ', ' .. number(d - 1) .. ', ' .. condition(d - 1) .. ', ' .. numbers(d, 2) .. ')'
	end,
	-- One condition, and another time in a branch.
	function(d)
		local c = condition(1)
		return 'als(' .. c .. ', als(' .. c .. ', ' .. numbers(d, 2) .. '), als(geen_van { ' .. c .. ' }, ' .. numbers(d, 2) .. '))'
	end,
	function()
		local x = leaf()
		return 'als(' .. one(compare) .. '(' .. x .. ' + 0 * feit.n1, ' .. random(0, 900) .. '), ' ..
			random(0, 900) .. ' - ' .. x .. ' + 0 * feit.n1, ' .. one {'0', random(0, 90)} .. ')'
	end,
	function()
		local x, c = leaf(), constant()
		return 'als(' .. one(compare) .. '(' .. x .. ' + 0 * feit.n1, ' .. c .. '), ' .. c .. ' - ' .. x .. ' + 0 * feit.n1, 0)'
	end,
	-- The lesser or the greater of two, as some write it.
	function()
		local x, y = leaf(), leaf()
		return 'als(' .. one(compare) .. '(' .. x .. ' + 0 * feit.n1, ' .. y .. '), ' .. one {x .. ', ' .. y, y .. ', ' .. x} .. ')'
	end,
	function(d) return 'uit_tabel(bedrag.l' .. random(2) .. ', ' .. index(d) .. ')' end,
	function(d) return 'uit_tabel(bedrag.l' .. one {2, 2, 4} .. ', ' .. index(d) .. ')' end,
	on_line,
	function(d) return 'op_lijn(' .. number(d - 1) .. ', bedrag.x1, ' .. leaf() .. ', bedrag.x2, ' .. leaf() .. step() .. ')' end,
	function()
		local i = one {'feit.n1', 'feit.n4'}
		return 'op_lijn(' .. leaf() .. ', uit_tabel(bedrag.l1, ' .. i .. '), ' .. leaf() .. ', uit_tabel(bedrag.l1, ' .. i .. ') + uit_tabel(bedrag.l3, '
			.. i .. '), ' .. leaf() .. ')'
	end,
	function(d)
		local c, x = condition(1), random(0, 300)
		return 'op_lijn(' .. number(d - 1) .. ', als(' .. c .. ', ' .. x .. ', 0), ' .. leaf() .. ', als(' .. c .. ', ' .. x + random(1, 99) .. ', ' ..
			random(1, 99) .. '), ' .. leaf() .. ')'
	end,
	function(d) return round(d - 1) end,
	function(d) return round(d - 1) end,
	function(d) return round(d - 1) end,
	-- One number, rounded otherwise.
	function()
		local x = leaf() .. ' / ' .. positive()
		return '(afgerond(' .. x .. step() .. ') - ' .. one {'naar_boven(', 'naar_beneden(', 'afgerond('} .. x .. step() .. '))'
	end,
	function() return 'dagen_tussen(' .. date() .. ', ' .. one {'feit.d1', 'feit.d2', 'de_dag'} .. ')' end,
	function() return 'leeftijd(' .. date() .. ', de_dag) + feit.n1' end,
	function() return 'leeftijd(feit.d1, ' .. date() .. ')' end,
	function() return '(leeftijd(' .. date() .. ', ' .. date() .. ') + 0 * feit.n1)' end,
	function(d) return 'noem(' .. number(d - 1) .. ' + feit.n2, "x")' end,
}

function number(depth)
	if depth <= 0 then return leaf() end
	return one(makers)(depth)
end

local function of_dates()
	local dice, x = random(4), one {'feit.d1', 'feit.d2'}
	if dice == 1 then return 'tussen(' .. x .. ', ' .. date() .. ', ' .. date() .. ')' end
	if dice == 2 then return 'is(' .. x .. ', ' .. date() .. ', ' .. date() .. ')' end
	return one(compare) .. '(' .. x .. ', ' .. date() .. ')'
end

local function of_choice()
	local count, out = maybe(30) and 64 or random(20), {}
	local from = count == 64 and 0 or random(0, 63)
	for i = 1, count do out[i] = '"c' .. (from + i * (count == 64 and 1 or 3)) % 64 .. '"' end
	return 'is(feit.k2, ' .. table.concat(out, ', ') .. ')'
end

local function comparison(depth)
	if random() < .2 then return of_dates() end
	return one(compare) .. '(' .. number(depth - 1) .. ' + 0 * feit.n1, ' .. number(depth - 1) .. ')'
end

-- Of "a, or b and not a" it is b that counts.
local function denied(depth)
	local a, b = #here.rights > 0 and 'recht.' .. one(here.rights) or condition(0), condition(depth - 1)
	if maybe(2) then return 'een_van { ' .. a .. ', alle_van { geen_van { ' .. a .. ' }, ' .. b .. ' } }' end
	return 'alle_van { ' .. b .. ', ' .. a .. ', geen_van { alle_van { ' .. condition(depth - 1) .. ', ' .. a .. ' } } }'
end

function condition(depth)
	if depth > 0 and maybe(12) then return denied(depth) end
	if #here.rights > 0 and random() < .15 then return 'recht.' .. one(here.rights) end
	if #here.conditions > 0 and random() < .15 then return one(here.conditions) end
	local dice = random(10)
	if depth <= 0 or dice == 1 then
		return one {'feit.b1', 'feit.b2', 'feit.b3', 'is(feit.k1, "c0")', 'is(feit.k1, "c1", "c2")', of_choice(), 'minstens(feit.n1, 3)',
			'minstens(leeftijd(feit.d1), ' .. one {18, 65} .. ')'}
	end
	if dice <= 5 then return comparison(depth) end
	if dice == 6 then return 'tussen(' .. number(depth - 1) .. ' - 0 * feit.n1, ' .. constant() .. ', ' .. number(depth - 1) .. ')' end
	if dice == 7 then return 'is(' .. index(0) .. ' + 0 * feit.n1, ' .. constant() .. ', ' .. number(depth - 1) .. ')' end
	return one {'alle_van', 'een_van', 'geen_van'} .. ' { ' .. conditions(depth, random(1, 3)) .. ' }'
end

-- --- rules -------------------------------------------------------------------

local function list(count)
	local out = {}
	for i = 1, count do out[i] = string.format('%d.%02d', random(maybe(9) and -300 or 0, 300), random(0, 99)) end
	return '{ ' .. table.concat(out, ', ') .. ' }'
end

-- The first block names all; a later one what changes.
local function block(day, first)
	local out, x = {}, random(0, 400)
	local function put(name, value) if first or maybe(2) then out[#out + 1] = name .. ' = ' .. value end end
	put('a1', random(1, 9))
	put('a2', string.format('%d.%d', random(1, 400), random(0, 9)))
	put('a3', string.format('-%d.%02d', random(0, 40), random(1, 99)))
	put('l1', list(random(8)))
	put('l2', list(random(8)))
	put('l3', string.format('{ %d, %d }', random(1, 50), random(51, 200)))
	put('l4', list(here.long and 256 or random(40)))
	if first or maybe(3) then
		put('x1', x)
		put('x2', x + random(maybe(9) and 0 or 400, 800))
	end
	return string.format('    ["%s"] = { %s },\n', day, table.concat(out, ', '))
end

local function blocks()
	local out = {block('2020-01-01', true)}
	for _, day in ipairs {'2021-06-01', '2022-03-01', '2023-01-01', '2024-02-29', '2024-04-01'} do
		if maybe(4) then out[#out + 1] = block(day) end
	end
	return table.concat(out)
end

-- A rule that holds FROM a day UNTIL another, either may be nil.
local function rule_text(code, amount, from, last)
	local out = {}
	for i = 1, random(0, 2) do
		out[#out + 1] = string.format('local x%d = %s + 0 * feit.n2\n', i, shared())
		here.numbers[#here.numbers + 1] = 'x' .. i
	end
	if maybe(2) then
		out[#out + 1] = 'local c1 = ' .. condition(2) .. '\n'
		here.conditions[1] = 'c1'
	end
	out[#out + 1] = string.format('regel {\n  code = "%s", titel = "%s", bron = { "x" }, bevoegd = "stad", per = "%s",\n', code, code,
		one {'gezin', 'persoon'})
	out[#out + 1] = string.format('  toekenning = "%s", periode = "%s", feiten = { "%s" },\n', one {'automatisch', 'op vraag'},
		one {'dag', 'week', 'maand', 'kwartaal', 'jaar', 'eenmalig'}, table.concat(made.names, '", "'))
	out[#out + 1] = '  bedragen = {\n' .. blocks() .. '  },\n'
	if from then out[#out + 1] = '  vanaf = "' .. from .. '",\n' end
	if last then out[#out + 1] = '  tot = "' .. last .. '",\n' end
	if random(6) > 1 or not amount then out[#out + 1] = '  recht = ' .. condition(3) .. ',\n' end
	if amount then
		out[#out + 1] = '  bedrag = kleinste(900000, grootste(-900000, afgerond(' .. number(3) .. '))),\n'
		out[#out + 1] = '  bedrag_is = "' .. one {'uitkering', 'korting', 'prijs'} .. '",\n'
	end
	-- What may not be used is used: conditions and numbers that are left over.
	local left = {}
	for _, c in ipairs(here.conditions) do left[#left + 1] = c end
	for _, x in ipairs(here.numbers) do left[#left + 1] = 'meer_dan(' .. x .. ', 1)' end
	out[#out + 1] = '}\n'
	local text = table.concat(out)
	if #left > 0 then
		local over = 'een_van { altijd, ' .. table.concat(left, ', ') .. ' }'
		if text:find('  recht = ', 1, true) then
			text = text:gsub('  recht = ([^\n]*),\n', '  recht = alle_van { %1, ' .. over .. ' },\n')
		else
			text = text:gsub('  bedragen = {', '  recht = ' .. over .. ',\n  bedragen = {')
		end
	end
	return maybe(5) and oracle.english(text) or text
end

-- Files with COUNT rules, each of which may ask those before it; of some there
-- are two, one after the other.
function made.rules(count)
	local files = {{'feiten.lua', facts_text}}
	local rights, amounts = {}, {}
	local function add(code, ...)
		here = {rights = rights, amounts = amounts, numbers = {}, conditions = {}, long = maybe(20)}
		files[#files + 1] = {code .. '-' .. #files .. '.lua', rule_text(code, ...)}
	end
	for nr = 1, count do
		local code, amount = 'r' .. nr, random(3) > 1
		if maybe(5) then
			add(code, amount, nil, '2022-12-31')
			add(code, amount, '2023-01-01', maybe(3) and '2024-03-31' or nil)
		else
			add(code, amount, maybe(5) and '2021-06-01' or nil, maybe(5) and '2024-03-31' or nil)
		end
		rights[#rights + 1] = code
		if amount then amounts[#amounts + 1] = code end
	end
	return files
end

-- --- as much as there can be --------------------------------------------------

local kinds = {'ja/nee', 'aantal -20000000..20000000', 'euro -20000000..20000000', 'datum', 'keuze', 'aantal 0..300'}

local function largest_facts()
	local out = {}
	for i = 0, 62 do
		local kind = kinds[i % #kinds + 1]
		out[#out + 1] = string.format('  f%d = { soort = "%s", naam = "f", bron = "x", vraag = "?"%s },\n', i, kind,
			kind == 'keuze' and ', ' .. choices(64) or '')
	end
	return 'feiten {\n' .. table.concat(out) .. '}\n'
end

-- Rule NR of 64, on whose days something changes as for no other.
local function largest_rule(nr)
	local blocks, reads = {}, {}
	local function fact(kind) return 'feit.f' .. kind + #kinds * random(0, 9) end
	for i = 1, nr > 62 and 3 or 4 do
		blocks[i] = string.format('["%s"] = { l = %s, a = %d }', oracle.text(18000 + (nr * 4 + i) * 3), list(256), random(0, 20000000))
	end
	for i = 0, 62 do reads[#reads + 1] = 'f' .. i end
	return string.format([[regel { code = "r%d", titel = "r", bron = { "x" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  periode = "jaar", feiten = { "%s" },
  bedragen = { %s },
  recht = een_van { %s, is(%s, "c63", "c0", "c31"), meer_dan(%s, bedrag.a), alle_van { %s, hoogstens(%s + %s, 20000000) },
    minder_dan(%s, de_dag) },
  bedrag = kleinste(20000000, grootste(-20000000, %s + uit_tabel(bedrag.l, %s), %s)) }
]], nr, table.concat(reads, '", "'), table.concat(blocks, ', '), nr > 1 and 'recht.r' .. nr - 1 or fact(0), fact(4), fact(1), fact(0), fact(2),
		fact(1), fact(3), fact(2), fact(5), nr > 1 and 'bedrag_van.r' .. nr - 1 .. ' + 0.01' or '0')
end

-- 63 facts, 64 rules of which each asks the one before it, 256 days on which
-- something changes, lists of 256 values, choices of 64, 20 million euro.
function made.largest()
	local files = {{'feiten.lua', largest_facts()}}
	for nr = 1, 64 do files[nr + 1] = {'r' .. nr .. '.lua', largest_rule(nr)} end
	return files
end

-- --- households --------------------------------------------------------------

function made.day()
	if maybe(3) then return oracle.day(one(edges)) end
	return random(oracle.day('2019-06-01'), oracle.day('2025-12-31'))
end

-- Near the day for which is decided, years before it, leap days, anywhere.
local function born(day, low, high)
	local y, rest = oracle.text(day):match('^(%d+)(.*)$')
	if rest == '-02-29' then rest = '-02-28' end
	local near = one {day, oracle.day(string.format('%04d', y - random(0, 70)) .. rest), oracle.day(one(edges)),
		oracle.day(4 * random(486, 506) .. '-02-29'), random(low, high)}
	return math.max(low, math.min(high, near + one {-1, 0, 0, 1}))
end

-- The sums of FACTS; those that can be too large take less.
local function add_up(f)
	f.n2 = math.min(f.n2, made.ranges.n4[2] - f.n1)
	for _, sum in ipairs(made.sums) do
		f[sum[1]] = 0
		for _, part in ipairs(sum[2]) do f[sum[1]] = f[sum[1]] + f[part] end
	end
	return f
end

-- A household about which all is known; values near the ends and near the
-- numbers of rules more often.
function made.household(day)
	local out = {}
	for _, name in ipairs(made.names) do
		local low, high = made.ranges[name][1], made.ranges[name][2]
		local dice, kind = random(6), name:sub(1, 1)
		if kind == 'd' then
			out[name] = born(day, low, high)
		elseif dice == 1 then
			out[name] = one {low, high}
		elseif dice <= 3 then
			out[name] = math.max(low, math.min(high, random(0, 2000) * (kind == 'e' and 50 or 1)))
		else
			out[name] = random(low, high)
		end
	end
	return add_up(out)
end

-- Whether FACTS lie from LOW to HIGH, by name.
local function within(f, low, high)
	for _, name in ipairs(made.names) do
		if f[name] < low[name] or f[name] > high[name] then return false end
	end
	return true
end

-- Other values for what lies from LOW to HIGH, as far as sums allow: what one
-- part has more, another has less.
function made.complete(facts, low, high)
	local out, moved = {}, {}
	for _, name in ipairs(made.names) do
		out[name] = one {low[name], high[name], random(low[name], high[name])}
		moved[name] = made.silent[name] and facts[name] or out[name]
	end
	add_up(out)
	if within(out, low, high) then return out end
	for _, group in ipairs {{'n1', 'n2', 'n5'}, {'e1', 'e2', 'e4'}} do
		for _, name in ipairs(group) do moved[name] = facts[name] end
		local a, b, d = one(group), one(group), random(0, 3)
		moved[a] = moved[a] + d
		moved[b] = moved[b] - d
	end
	moved.b3 = out.b3
	add_up(moved)
	if within(moved, low, high) then return moved end
	return facts
end

return made
