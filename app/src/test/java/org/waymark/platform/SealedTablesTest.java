package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;

/** Reads the catalogue: no table of a workspace can be forgotten. */
class SealedTablesTest {
  private static List<String> ask(String sql) throws SQLException {
    Database database = TestServer.bean(Database.class);
    List<String> answer = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answer.add(rows.getString(1));
      }
    }
    return answer;
  }

  @Test
  void every_table_of_a_workspace_is_sealed() throws SQLException {
    assertThat(
            ask(
                """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and c.relforcerowsecurity and a.attnotnull
                    and exists (
                      select 1 from pg_policies p
                      where p.tablename = c.relname and p.policyname = 'own_workspace' and p.cmd = 'ALL'
                        and p.permissive = 'PERMISSIVE'
                        and p.qual like '%workspace_id = (NULLIF(current_setting(''waymark.workspace''::text, true), ''''::text))::uuid%'
                        and p.with_check = p.qual))
                """))
        .isEmpty();
  }

  @Test
  void a_further_policy_never_widens_what_the_application_sees() throws SQLException {
    assertThat(
            ask(
                """
                select tablename || '.' || policyname from pg_policies
                where schemaname = 'public' and policyname <> 'own_workspace'
                  and not (cmd = 'SELECT' and roles = array['waymark_owner'::name])
                """))
        .isEmpty();
  }

  @Test
  void every_key_of_a_workspaces_table_begins_with_the_workspace() throws SQLException {
    assertThat(
            ask(
                """
                select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                where i.indisunique and i.indkey[0] <> a.attnum
                """))
        .isEmpty();
    assertThat(
            ask(
                """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)
                """))
        .isEmpty();
  }

  @Test
  void every_reference_between_tables_of_a_workspace_carries_the_workspace() throws SQLException {
    assertThat(
            ask(
                """
                select r.conrelid::regclass || '.' || r.conname from pg_constraint r
                join pg_attribute mine on mine.attrelid = r.conrelid and mine.attname = 'workspace_id'
                join pg_attribute theirs on theirs.attrelid = r.confrelid and theirs.attname = 'workspace_id'
                where r.contype = 'f' and not (mine.attnum = any (r.conkey))
                """))
        .isEmpty();
  }

  @Test
  void every_table_without_a_workspace_is_known() throws SQLException {
    assertThat(
            ask(
                """
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                  and not exists (select 1 from pg_attribute a
                                  where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
                order by 1
                """))
        .as(
            "a table without workspace_id is open to everybody; name it here only when that is meant")
        .isSubsetOf(Outside.TABLES);
  }

  @Test
  void every_function_that_sees_past_the_policies_is_known_and_closed() throws SQLException {
    assertThat(
            ask(
                """
                select proname from pg_proc
                where pronamespace = 'public'::regnamespace and prosecdef
                """))
        .as("runs as the owner of the tables; name it here only when that is meant")
        .containsExactlyInAnyOrder(
            "every_workspace",
            "workspaces_with_due_work",
            "door_of_token",
            "door_of_session",
            "doors_of_account",
            "door_of_invitation",
            "door_of_calendar",
            "clear_demonstration",
            "clear_demonstration_library");
    assertThat(
            ask(
                """
                select proname from pg_proc
                where pronamespace = 'public'::regnamespace and prosecdef
                  and (proconfig is null
                    or not proconfig @> array['search_path=public, pg_temp']
                    or has_function_privilege('public', oid, 'execute'))
                """))
        .isEmpty();
  }

  @Test
  void the_application_owns_nothing_and_is_held_by_the_policies() throws SQLException {
    assertThat(
            ask(
                """
                select rolname from pg_roles
                where rolname = 'waymark_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """))
        .isEmpty();
    assertThat(ask("select relname from pg_class where pg_get_userbyid(relowner) = 'waymark_app'"))
        .isEmpty();
  }
}
