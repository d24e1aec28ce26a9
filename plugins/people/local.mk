plugin_LTLIBRARIES += people.la
people_la_SOURCES = %D%/own.h %D%/people.c %D%/channels.c
people_la_SOURCES += %D%/signed.c
people_la_SOURCES += %D%/text.c %D%/mail.c %D%/messages.c \
	%D%/paper.c %D%/paper_pdf.h %D%/paper_pdf.c %D%/mydata.c %D%/words.c
people_la_SOURCES += %D%/attempt.c %D%/address.c %D%/password_rule.c %D%/code.c %D%/password.c %D%/local_account.c %D%/mailbox.c %D%/letter.c
people_la_SOURCES += %D%/provider.h %D%/provider.c %D%/provider_known.c \
	%D%/provider_journey.c %D%/provider_token.c %D%/provider_claims.c \
	%D%/provider_level.c %D%/provider_file.c \
	%D%/provider_leave.c
people_la_SOURCES += %D%/passkey.c %D%/keys.c %D%/app.h %D%/app.c %D%/code_app.c %D%/code_enter.c %D%/sessions.c %D%/rights.c %D%/colleagues.c %D%/helping.c
people_la_SOURCES += %D%/register.c
people_la_LDFLAGS = $(PLUGIN_LINK)
people_la_LIBADD = $(PLUGIN_LIBS) libbelfortpdf.la libproof.la $(GCRYPT_LIBS)
EXTRA_DIST += %D%/templates %D%/locale %D%/static
# What a civil servant shows to sign in; apart, for tests.
noinst_LTLIBRARIES += libproof.la
libproof_la_SOURCES = %D%/base64.h %D%/base64.c %D%/cbor.h %D%/cbor.c \
	%D%/cose.h %D%/cose.c %D%/webauthn.h %D%/webauthn.c \
	%D%/totp.h %D%/totp.c
