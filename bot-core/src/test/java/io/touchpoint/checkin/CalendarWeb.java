package io.touchpoint.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The calendar as it is served over HTTP. */
final class CalendarWeb {

    private final MockMvcTester web;

    CalendarWeb(Office office) {
        web = MockMvcTester.create(standaloneSetup(office.core.get(CalendarController.class)).build());
    }

    void served(String path) {
        MvcTestResult first = web.get().uri(path).exchange();
        assertThat(first).hasStatusOk()
            .hasContentType("text/calendar;charset=UTF-8")
            .hasHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=900");
        assertThat(first).bodyText()
            .startsWith("BEGIN:VCALENDAR\r\n")
            .contains("SUMMARY:Touchpoint meeting: Mara / Jon")
            .contains("DTSTART:20261208T150000Z");
        String tag = String.valueOf(first.getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(tag).startsWith("\"").doesNotStartWith("W/");
        assertThat(web.get().uri(path).header(HttpHeaders.IF_NONE_MATCH, tag)).hasStatus(304).body().isEmpty();
        unknown("/cal/" + "x".repeat(43) + ".ics");
        unknown("/cal/short.ics");
        unknown(path.replace(".ics", ""));
    }

    private void unknown(String path) {
        assertThat(web.get().uri(path)).hasStatus(404)
            .hasContentType("application/problem+json")
            .bodyText()
            .contains("There is no calendar at this address.")
            .doesNotContain(path.substring(5, 9));
    }

}
