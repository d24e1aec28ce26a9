local t = {}
for i, w in ipairs { "a", "b" } do t[i] = bevat(feit.naam, w)
end
indeling { weergave = "doelen", feiten = { "naam" },
regels = { { "groen", een_van(t) } }, tests = {} }
