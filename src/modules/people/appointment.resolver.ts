import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { type Day } from '../../shared/business-date';
import { PageArgs, toConnection } from '../../shared/connection.type';
import { asPayload } from '../../shared/user-error.type';
import { type AccessRevocationService } from './access-revocation.service';
import { type AppointmentChangeService } from './appointment-change.service';
import {
  AppointStaffInput,
  AssignHouseholdsInput,
  EndAppointmentInput,
  RevokeAccessInput,
} from './appointment.input';
import { type AppointmentService } from './appointment.service';
import {
  GridWorker,
  RevokeAccessPayload,
  StaffAppointment,
  StaffAppointmentPayload,
  StaffMemberConnection,
} from './appointment.type';
import { type HouseholdAssignmentService } from './household-assignment.service';

type Context = RequestContext<{
  appointments: AppointmentService;
  appointmentChanges: AppointmentChangeService;
  householdAssignments: HouseholdAssignmentService;
  accessRevocations: AccessRevocationService;
}>;

/** Who holds which post, and appointing them. */
@Resolver()
export class AppointmentResolver {
  @Query(() => StaffMemberConnection, {
    nullable: true,
    description:
      'The staff (工作人员) of an area and inside it, by area; NOT_FOUND for one whose staff you may not know. A page may have fewer rows than asked for.',
  })
  async staffOf(
    @Arg('area', () => ID, { description: 'Code of the area (区域编码).' }) area: string,
    @Ctx() { actor, services }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Day (日期) in Asia/Shanghai, past or to come; today when none is named.',
    })
    on?: Day,
  ): Promise<StaffMemberConnection> {
    return toConnection(await services.appointments.staffOf(actor, area, on ?? undefined, page));
  }

  @Query(() => [GridWorker], {
    nullable: true,
    description:
      'Who works in a grid today (我的网格员), with whoever stands in; your own grid when none is named.',
  })
  gridWorkersOf(
    @Ctx() { actor, services }: Context,
    @Arg('grid', () => ID, { nullable: true, description: 'Code of the grid (网格编码).' }) grid?: string,
  ): Promise<GridWorker[]> {
    return services.appointments.gridWorkersOf(actor, grid ?? undefined);
  }

  @Query(() => [StaffAppointment], {
    description:
      'All appointments that a person ever had (任职经历), oldest first, as far as you may know the staff there.',
  })
  appointmentsOf(
    @Arg('person', () => ID, { description: 'Id of the person (人员编号).' }) person: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<StaffAppointment[]> {
    return services.appointments.ofPerson(actor, reads, person);
  }

  @Mutation(() => StaffAppointmentPayload, {
    description:
      'Appoint somebody (任命), below your own level and within your own area; for leave, somebody who stands in (顶岗).',
  })
  appointStaff(
    @Arg('input', () => AppointStaffInput, { description: 'The appointment (任命内容).' })
    input: AppointStaffInput,
    @Ctx() ctx: Context,
  ): Promise<StaffAppointmentPayload> {
    return asPayload(ctx.language, () =>
      ctx.services.appointmentChanges.appoint(ctx.actor, ctx.reads, input),
    );
  }

  @Mutation(() => StaffAppointmentPayload, {
    description: 'End an appointment (免职): access ends at once, also by a token that has not expired.',
  })
  endAppointment(
    @Arg('input', () => EndAppointmentInput, { description: 'Which, and why (免职内容).' })
    input: EndAppointmentInput,
    @Ctx() ctx: Context,
  ): Promise<StaffAppointmentPayload> {
    return asPayload(ctx.language, () => ctx.services.appointmentChanges.end(ctx.actor, ctx.reads, input));
  }

  @Mutation(() => StaffAppointmentPayload, {
    description: 'Say which households are a worker’s own (包户): the set replaces the one before.',
  })
  assignHouseholds(
    @Arg('input', () => AssignHouseholdsInput, { description: 'The set (包户名单).' })
    input: AssignHouseholdsInput,
    @Ctx() ctx: Context,
  ): Promise<StaffAppointmentPayload> {
    return asPayload(ctx.language, () =>
      ctx.services.householdAssignments.assign(ctx.actor, ctx.reads, input),
    );
  }

  @Mutation(() => RevokeAccessPayload, {
    description:
      'Void all tokens that a person has (令牌作废), for instance because a phone was lost; recorded.',
  })
  revokeAccess(
    @Arg('input', () => RevokeAccessInput, { description: 'Whose, and why (作废内容).' })
    input: RevokeAccessInput,
    @Ctx() ctx: Context,
  ): Promise<RevokeAccessPayload> {
    return asPayload(ctx.language, () => ctx.services.accessRevocations.revoke(ctx.actor, ctx.reads, input));
  }
}
