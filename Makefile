# vtools: everything built goes under $(BUILD), nothing beside the sources.
# Targets: all check check-asan demo bench fuzz lint install uninstall dist clean
# Settings: CC CFLAGS CPPFLAGS LDFLAGS LDLIBS BUILD=dir WERROR=1 SANITIZE=list
# LTO= PREFIX DESTDIR FUZZ_SECONDS. A changed setting rebuilds what it concerns.

VERSION  = 0.1.0
PROGRAMS = vparse vscore vdiff vrender
PACKAGES = jansson libpcre2-8 libutf8proc libxxhash zlib libzstd
LIBRARIES = -lcsv -pthread -lm

BUILD   = build
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/vtools

CFLAGS ?= -O3 -g
PKG_CONFIG ?= pkg-config
CLANG ?= clang
CLANG_FORMAT ?= clang-format
PROVE ?= prove
FUZZ_SECONDS ?= 60

# -- settings ---------------------------------------------------------------
ifneq ($(filter-out clean dist lint uninstall,$(or $(MAKECMDGOALS),all)),)
PKG_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PACKAGES))
ifneq ($(.SHELLSTATUS),0)
$(error $(PKG_CONFIG) does not find all of: $(PACKAGES))
endif
PKG_LIBS := $(shell $(PKG_CONFIG) --libs $(PACKAGES))
endif

# glibc warns about _FORTIFY_SOURCE without optimisation, and it hides
# overflows from the sanitizers.
FORTIFY = $(if $(SANITIZE)$(findstring -O0,$(CFLAGS)),,-D_FORTIFY_SOURCE=2)
SANITIZER = $(if $(SANITIZE),-fsanitize=$(SANITIZE) \
	-fno-sanitize-recover=all -fno-omit-frame-pointer)
# A record goes through many small functions of several files, which gcc brings
# together when it links a program: a twentieth of the time.  `make LTO=` links
# sooner; tests are linked without in any case.
ifndef SANITIZE
ifneq ($(findstring Free Software,$(shell $(CC) --version)),)
LTO ?= -flto=auto -ffat-lto-objects
endif
endif
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
	$(if $(filter 1,$(WERROR)),-Werror)
COMPILE = $(CC) -std=c17 -D_GNU_SOURCE -I. -DVTOOLS_VERSION=\"$(VERSION)\" \
	-DVTOOLS_DATA=\"$(DATADIR)\" \
	$(WARNINGS) -fstack-protector-strong -U_FORTIFY_SOURCE $(FORTIFY) \
	-fPIE -pthread $(PKG_CFLAGS) $(SANITIZER) $(LTO) $(DEFINES) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) -pie -Wl,-z,relro,-z,now $(SANITIZER) $(CFLAGS) $(LDFLAGS)
LIBS = $(PKG_LIBS) $(LIBRARIES) $(LDLIBS)

# -- files ------------------------------------------------------------------
OBJ = $(BUILD)/obj
ARCHIVE = $(BUILD)/libvtools.a
LIB_OBJ = $(patsubst %.c,$(OBJ)/%.o,$(wildcard lib/*/*.c lib/*/*/*.c))
MAINS = $(wildcard $(PROGRAMS:%=cmd/%.c))
SHARED_OBJ = $(patsubst %.c,$(OBJ)/%.o,$(filter-out $(MAINS),$(wildcard cmd/*.c)))
BINARIES = $(MAINS:cmd/%.c=$(BUILD)/bin/%)
UNITS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*.c))
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
SOURCES = $(wildcard cmd/*.[ch] lib/*/*.[ch] lib/*/*/*.[ch] tests/*/*.[ch])
SHELL_SCRIPTS = $(shell grep -lE '^\#!/bin/(ba)?sh|^\# shellcheck shell' \
	$(wildcard scripts/* scripts/dev/* tests/*/* .ci/*) /dev/null 2>&-)
SCRIPTS = $(filter-out scripts/demo scripts/check scripts/dev,$(wildcard scripts/*))
PAGES_MAN = $(wildcard man/*.[1-9])
PROFILES = $(sort $(wildcard profiles/*.profile))

# -- building ---------------------------------------------------------------
all: $(BINARIES)

$(BUILD)/bin/%: $(OBJ)/cmd/%.o $(SHARED_OBJ) $(ARCHIVE)
	@mkdir -p $(@D)
	$(LINK) $(LTO) -o $@ $^ $(LIBS)

$(BUILD)/tests/%: $(OBJ)/tests/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(LINK) $(if $(LTO),-fno-lto) -o $@ $^ $(LIBS)

$(ARCHIVE): $(LIB_OBJ)
	@mkdir -p $(@D)
	rm -f $@
	$(AR) rcs $@ $^

$(OBJ)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

# The profiles as C: every line of a file becomes a string.
$(BUILD)/profiles.inc: $(PROFILES) Makefile
	@mkdir -p $(@D)
	for name in $(PROFILES:profiles/%.profile=%); do \
	echo "static const char *const profile_$$name[] = {"; \
	sed 's/[\\"]/\\&/g; s/.*/"&\\n",/' profiles/$$name.profile; echo 'NULL};'; \
	done >$@
	for name in $(PROFILES:profiles/%.profile=%); do \
	echo "{\"$$name\", profile_$$name},"; done | sed '1i \
	static const struct shipped shipped_profiles[] = {\n' | sed '$$a {NULL, NULL}};' >>$@
$(OBJ)/lib/parse/profile_shipped.o: $(BUILD)/profiles.inc
$(OBJ)/lib/parse/profile_shipped.o: private DEFINES = \
	-DPROFILE_TEXTS='"$(abspath $(BUILD))/profiles.inc"'

# Rewritten only when the compiler or a flag changed.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE) $(LINK) $(LIBS)' | cmp -s - $@ || \
	echo '$(COMPILE) $(LINK) $(LIBS)' >$@

-include $(patsubst %.c,$(OBJ)/%.d,$(wildcard cmd/*.c lib/*/*.c lib/*/*/*.c tests/*/*.c))

# -- testing ----------------------------------------------------------------
TEST_ENV = VT_BIN='$(abspath $(BUILD))/bin' PAGES='$(CURDIR)/tests/pages'

# Preloaded by a test, which no sanitizer goes with.
FAILING_MEMORY = $(if $(SANITIZE),,$(BUILD)/tests/failing-memory.so)
$(BUILD)/tests/failing-memory.so: tests/lib/failing_memory.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_GNU_SOURCE -O1 -shared -fPIC -o $@ $<

units: $(UNITS)
check: all units $(FAILING_MEMORY)
	$(TEST_ENV) $(PROVE) $(PROVE_FLAGS) $(wildcard tests/*.t) $(UNITS)

check-asan:
	$(MAKE) check BUILD=$(BUILD)/asan SANITIZE=address,undefined CFLAGS='-O1 -g'

fuzz:
	$(MAKE) $(FUZZERS:%=fuzz-%) BUILD=$(BUILD)/fuzz CC=$(CLANG) \
	SANITIZE=fuzzer-no-link,address,undefined CFLAGS='-O1 -g'

# What the other tests read is where fuzzing starts too, beside the corpus.
SEEDS_compare = tests/cases/vdiff/*
SEEDS_finished = tests/cases/vscore/finished* tests/cases/vdiff/*
SEEDS_jsonld = tests/cases/vparse/structured-*
SEEDS_page = tests/pages
SEEDS_partials = tests/cases/vscore/*partial* tests/cases/vscore/key-tab \
	tests/cases/vscore/sorted
SEEDS_profile = tests/cases/vparse/profile-*
SEEDS_render = tests/cases/vrender
SEEDS_table = tests/cases/vparse/table-*
SEEDS_values = tests/fuzz/corpus/fields

# New inputs are kept below $(BUILD); what is in the tree is only read.
fuzz-%: $(BUILD)/bin/fuzz-%
	@mkdir -p $(BUILD)/corpus/$* tests/fuzz/corpus/$*
	$(BUILD)/bin/fuzz-$* -max_total_time=$(FUZZ_SECONDS) \
	-artifact_prefix=$(BUILD)/$*- -print_final_stats=1 \
	$(patsubst %,-dict=%,$(wildcard tests/fuzz/$*.dict)) \
	$(shell cat tests/fuzz/$*.options 2>&-) \
	$(BUILD)/corpus/$* tests/fuzz/corpus/$* $(wildcard $(SEEDS_$*))

$(BUILD)/bin/fuzz-%: $(OBJ)/tests/fuzz/%.o $(ARCHIVE)
	@mkdir -p $(@D)
	$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# A vscore without validation beside that which is installed: see lib/base/scan32.h.
bench: all $(BUILD)/tests/bench/make-records
	$(MAKE) BUILD=$(BUILD)/unchecked CPPFLAGS='$(CPPFLAGS) -DVTOOLS_UNCHECKED' \
	$(BUILD)/unchecked/bin/vscore
	$(TEST_ENV) tests/bench/run
demo:
	scripts/demo

lint:
	scripts/dev/check-layers
	$(if $(SOURCES),$(CLANG_FORMAT) --dry-run -Werror $(SOURCES))
	$(if $(SHELL_SCRIPTS),shellcheck -x $(SHELL_SCRIPTS))
	$(if $(PAGES_MAN),mandoc -Tlint -W warning $(PAGES_MAN))

# -- installing -------------------------------------------------------------
install: all
	install -D -t "$(DESTDIR)$(BINDIR)" $(BINARIES) $(SCRIPTS)
	install -D -m 644 -t "$(DESTDIR)$(DATADIR)/profiles" $(PROFILES)
	set -e; for page in $(PAGES_MAN); do \
	install -D -m 644 $$page \
	"$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}"; done

uninstall:
	for program in $(PROGRAMS) $(notdir $(SCRIPTS)); do \
	rm -f "$(DESTDIR)$(BINDIR)/$$program"; done
	rm -rf "$(DESTDIR)$(DATADIR)"
	for page in $(PAGES_MAN); do \
	rm -f "$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}"; done

dist:
	mkdir -p $(BUILD)
	git archive --prefix=vtools-$(VERSION)/ -o $(BUILD)/vtools-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all units check check-asan fuzz bench demo lint install uninstall dist clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
