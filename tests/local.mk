# What ./check runs by itself, in a house.
EXTRA_DIST += bench %D%/suite %D%/count %D%/house %D%/http %D%/browser .ci .gitignore
EXTRA_DIST += %D%/hostile %D%/simulate %D%/storm %D%/analysis %D%/coverage .clang-tidy
