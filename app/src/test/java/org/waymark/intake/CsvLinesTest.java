package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLinesTest {
  @TempDir Path folder;

  private List<String> read(byte[] bytes, String... columns) throws IOException {
    return read(bytes, null, columns);
  }

  /** Each line as "number: cells" or "number! reason | original". */
  private List<String> read(byte[] bytes, Charset encoding, String... columns) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.write(file, bytes);
    List<String> read = new ArrayList<>();
    try (CsvLines lines = CsvFile.open(file, encoding, null, new CsvFile.Progress())) {
      lines.read(
          columns.length == 0
              ? new LinkedHashSet<>(lines.header())
              : new LinkedHashSet<>(List.of(columns)));
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        read.add(
            line.broken() == null
                ? line.number() + ": " + String.join("/", line.cells())
                : line.number() + "! " + line.broken().reason() + " | " + line.original());
      }
    }
    return read;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void cells_are_trimmed_and_only_the_columns_asked_for_are_read() throws IOException {
    assertThat(read(utf8("id , name,x\n1, Ann ,y\n2,\"Bo, b\",z\n"), "name", "id"))
        .containsExactly("2: Ann/1", "3: Bo, b/2");
  }

  @Test
  void every_usual_delimiter_is_recognised_from_the_header() throws IOException {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      assertThat(read(utf8("id" + delimiter + "name\n1" + delimiter + "Ann\n")))
          .containsExactly("2: 1/Ann");
    }
  }

  @Test
  void cells_wrapped_in_single_quotes_are_recognised() throws IOException {
    assertThat(read(utf8("'id','name'\n'1','Ann, Bo'\n"))).containsExactly("2: 1/Ann, Bo");
  }

  @Test
  void byte_order_marks_and_gzip_are_understood() throws IOException {
    assertThat(read(utf8("\uFEFFid,name\n1,Zoë\n"))).containsExactly("2: 1/Zoë");
    assertThat(read(("\uFEFFid,name\n1,Zoë\n").getBytes(StandardCharsets.UTF_16LE)))
        .containsExactly("2: 1/Zoë");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8("id,name\n1,Zoë\n"));
    }
    assertThat(read(packed.toByteArray())).containsExactly("2: 1/Zoë");
  }

  @Test
  void every_line_break_is_understood_and_counted() throws IOException {
    assertThat(read(utf8("id,name\r\n1,a\r\n\r\n2,\"b\r\nc\"\r\n3,d")))
        .containsExactly("2: 1/a", "4: 2/b\r\nc", "6: 3/d");
    assertThat(read(utf8("id,name\r1,a\r2,b\r"))).containsExactly("2: 1/a", "3: 2/b");
  }

  @Test
  void a_ragged_row_costs_only_itself() throws IOException {
    assertThat(read(utf8("id,name\n1,a\n2\n3,c,d\n4,e\n")))
        .containsExactly(
            "2: 1/a",
            "3! has 1 cells where the header has 2: quote cells that hold the delimiter, or fill in what is missing | 2",
            "4! has 3 cells where the header has 2: quote cells that hold the delimiter, or fill in what is missing | 3,c,d",
            "5: 4/e");
  }

  @Test
  void an_unclosed_quote_costs_only_its_line() throws IOException {
    List<String> lines = read(utf8("id,name\n1,a\n2,\"open\n3,c\n4,d\n"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("2: 1/a");
    assertThat(lines.get(1))
        .startsWith("3! opens a quote that is never closed")
        .endsWith("| 2,\"open");
    assertThat(lines.subList(2, 4)).containsExactly("4: 3/c", "5: 4/d");
  }

  @Test
  void an_unclosed_quote_before_quoted_lines_costs_only_its_line() throws IOException {
    List<String> lines = read(utf8("id,name\n1,\"open\n2,\"b\"\n3,\"c\"\n4,d"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("2! ").endsWith("| 1,\"open");
    assertThat(lines.subList(1, 4)).containsExactly("3: 2/b", "4: 3/c", "5: 4/d");
  }

  @Test
  void a_closed_quote_at_the_very_end_is_fine() throws IOException {
    assertThat(read(utf8("id,name\n1,\"a\"\"\""))).containsExactly("2: 1/a\"");
    assertThat(read(utf8("id,name\n1,\"a\"\"")).getFirst()).startsWith("2! opens a quote");
  }

  @Test
  void a_cell_of_a_megabyte_costs_only_its_line() throws IOException {
    for (int size : new int[] {1_000_001, 3_000_000, 12_000_000}) {
      List<String> lines = read(utf8("id,name\n1,a\n2," + "x".repeat(size) + "\n3,c\n"));
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0)).isEqualTo("2: 1/a");
      assertThat(lines.get(1)).startsWith("3! ");
      assertThat(lines.get(2)).isEqualTo("4: 3/c");
    }
  }

  @Test
  void an_unclosed_quote_far_from_the_end_of_a_large_file_costs_only_its_line() throws IOException {
    StringBuilder text = new StringBuilder("id,name\n1,\"open\n");
    for (int i = 0; i < 400_000; i++) {
      text.append(i).append(",name of ").append(i).append('\n');
    }
    List<String> lines = read(utf8(text.toString()));
    assertThat(lines).hasSize(400_001);
    assertThat(lines.getFirst()).startsWith("2! ");
    assertThat(lines.getLast()).isEqualTo("400002: 399999/name of 399999");
  }

  @Test
  void nul_costs_only_its_line() throws IOException {
    List<String> lines = read(utf8("id,name\n1,a\0b\n2,c\n"));
    assertThat(lines.get(0)).startsWith("2! holds a NUL");
    assertThat(lines.get(1)).isEqualTo("3: 2/c");
  }

  @Test
  void latin_1_read_as_utf_8_is_refused_line_by_line_and_read_when_named() throws IOException {
    byte[] bytes = "id,name\n1,Zoë\n2,Bo\n".getBytes(StandardCharsets.ISO_8859_1);
    List<String> lines = read(bytes);
    assertThat(lines.get(0))
        .startsWith("2! holds bytes that are not of the encoding")
        .contains("windows-1252");
    assertThat(lines.get(1)).isEqualTo("3: 2/Bo");
    assertThat(read(bytes, CsvFile.WINDOWS_1252)).containsExactly("2: 1/Zoë", "3: 2/Bo");
    assertThat(CsvFile.recognise(folder.resolve("file.csv")).encoding())
        .isEqualTo(CsvFile.WINDOWS_1252);
  }

  @Test
  void an_empty_file_a_missing_column_and_a_double_column_are_refused() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> read(utf8("id,name\n1,a\n"), "nothing"))
        .hasMessageContaining("not have")
        .hasMessageContaining("id, name");
    assertThatThrownBy(() -> read(utf8("id,id\n1,2\n"), "id")).hasMessageContaining("twice");
  }

  @Test
  void a_spreadsheet_is_named_as_such() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .hasMessageContaining("save the sheet as CSV");
  }

  @Test
  void a_gzip_bomb_is_refused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8("id,name\n"));
      byte[] zeros =
          utf8("1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(1000));
      for (int i = 0; i < 3000; i++) {
        gzip.write(zeros);
      }
    }
    assertThatThrownBy(() -> read(packed.toByteArray())).hasMessageContaining("unfolds");
  }
}
